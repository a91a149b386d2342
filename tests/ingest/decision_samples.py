"""Invented Ombudsman decisions in the layouts of the real ones; the councils do not exist."""

NUMBERED = """\
Aldersea Borough Council (31 000 417)

Category : Children's care services > Other

Decision : Upheld

Decision date : 07 Feb 2031

The Ombudsman's final decision:

Summary: Mrs Q says her council lost her form. It did, and that was fault by the Council.

The complaint

  1. Mrs Q says the Council:
  • mislaid a form; and
  • did not ring back.

Back to top

What I found

Law and policy

  1. The Lighthouses Act 1902, section 4, makes a council keep its lamp lit.
  2. A keeper has three tasks:
    • oil
    • wick
  1. Nothing in section 4 says how.

What happened

  1. The lamp went out in March.

Analysis

  1. The Council did not look for the form. This was fault.
  2. It caused Mrs Q distress. I do not know whether anything else was at fault.

Back to top

Agreed action

Within three weeks of my final decision

  1. The Council will say sorry.
  2. The Council will pay Mrs Q £1,250 for the worry, beside the £40 it has already paid.

Within two months of my final decision

  1. The Council will pay £90 for a new lamp.

Back to top

Final decision

  1. I have ended my look at this.

The Council wrote to us later to say it agreed.

LGO logogram

Print this page

Investigator's decision on behalf of the Ombudsman

Back to top

Investigator’s final decision on behalf of the Ombudsman

Review your privacy settings

We use cookies.
"""

PAGE = """\
<!DOCTYPE html>
<html><head><title>31 000 417</title><meta charset="utf-8">
<link rel="canonical" href="https://www.lgo.org.uk/decisions/children-s-care-services/other/31-000-417">
<script>var menu = "Decisions";</script></head>
<body><nav><ul><li>Home</li><li>Local Government and Social Care Ombudsman</li></ul></nav>
<article id="article">
 <header class="articleHeader"><h2>Aldersea Borough Council (31&#160;000&#160;417)</h2>
  <p><span class="label">Category :</span> <span class="value">Children's care services &gt; Other</span></p>
  <p><span class="label">Decision :</span> <span class="value">Upheld</span></p>
  <p><span class="label">Decision date :</span> <span class="value">07 Feb 2031</span></p></header>
 <h3>The Ombudsman's final decision:</h3>
 <p><strong>Summary:</strong>
 Mrs Q says her council lost her form. It did, and that was fault by the Council.</p>
 <h3>The complaint</h3>
 <ol><li>Mrs Q says the Council:
 <ul><li>mislaid a form; and</li><li>did not <em>ring</em> back.</li></ul></li></ol>
 <p><a href="#top">Back to top</a></p>
 <h3>What I found</h3>
 <h4>Law and policy</h4>
 <ol><li>The Lighthouses Act 1902, section 4, makes a council keep its lamp lit.</li>
 <li><p>A keeper has three tasks:</p></li></ol><ul><li>oil</li><li>wick</li></ul>
 <ol><li>Nothing in section 4 says how.</li></ol>
 <h4>What happened</h4><ol><li>The lamp went out in March.</li></ol>
 <h4>Analysis</h4>
 <ol><li>The Council did not look for the form. This was fault.</li>
 <li>It caused Mrs Q distress. I do not know whether anything else was at fault.</li></ol>
 <p><a href="#top">Back to top</a></p>
 <h3>Agreed action</h3>
 <h4>Within three weeks of my final decision</h4>
 <ol><li>The Council will say sorry.</li>
 <li>The Council will pay Mrs Q £1,250 for the worry, beside the £40 it has already paid.</li></ol>
 <h4>Within two months of my final decision</h4>
 <ol><li>The Council will pay £90 for a new lamp.</li></ol>
 <p><a href="#top">Back to top</a></p>
 <h3>Final decision</h3><ol><li>I have ended my look at this.</li></ol>
 <p>The Council wrote to us later to say it agreed.</p>
 <p>Print this page</p>
 <p>Investigator's decision on behalf of the Ombudsman</p><p><a href="#top">Back to top</a></p>
 <p>Investigator’s final decision on behalf of the Ombudsman</p>
</article>
<footer><p>Review your privacy settings</p><p>We use cookies.</p></footer></body></html>
"""

UNNUMBERED = """\
Wexmoor County Council (31 002 908)

Category : Children's care services > Disabled children

Decision : Upheld

Decision date : 19 Nov 2030

Overview:

Key to names used

  • Mr B The complainant
  • D His daughter

Summary

Mr B says nobody came. Nobody came, and that is fault.

Finding

Fault found causing injustice.

Recommendations

The Council should reply within five weeks.

To put this right, we ask the Council to:

  • say sorry;

  • pay Mr B £75; and

  • write a new rule.

The Council has said yes.

Print this page
"""
