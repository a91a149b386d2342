"""One small Act of our own invention in the three layouts, with the editorial marks that each carries."""

MARKDOWN = """# Playgrounds Act 2031, Part 2: Playgrounds

Source: our own invention.

## Chapter 1 Councils

## General duties

## 1 Duty to keep swings

(1) A council must keep a swing for—

(a) each child who asks, and

(b) any child who—

(i) lives nearby, or

(ii) visits often,

and must oil it weekly.

(2) . . . . . . . .

(2A) In this section—

“swing” means a seat on ropes;

“council” does not include ... a parish.

## 2 Slides

A council may build a slide.

## Money

## 2A Grants

(1) After section 9 of the Parks Act 1999 insert—

“(9A) A park may have a pond.

(9B) A pond must have ducks.”

(2) This section is subject to section 1(2A).

## 3 Sandpits

. . . . . . . .

# Part 3 Last things

## 4 Short title

This Act may be cited as the Playgrounds Act 2031.
"""

_MARK = '<span class="LegExtentRestriction" title="Applies to England"><span class="btr"/>E+W</span>'
_NOTE = '<a class="LegCommentaryLink" href="#c1">F12</a>'
_OPEN = '<span class="LegChangeDelimiter">[</span>'
_CLOSE = '<span class="LegChangeDelimiter">]</span>'


def _heading(level: int, number: str, title: str) -> str:
    return (
        f'<a class="LegAnchorID" id="section-{number}"/><h{level} class="LegClearFix LegP1Container">'
        f'<span class="LegDS LegP1No"> {number} </span>'
        f'<span class="LegDS LegP1GroupTitle">{title}{_MARK}</span>'
        f"</h{level}>"
    )


def _numbered(level: int, number: str, text: str) -> str:
    return (
        f'<p class="LegClearFix LegP{level}Container">'
        f'<span class="LegDS LegLHS LegP{level}No">{number}</span>'
        f'<span class="LegDS LegRHS LegP{level}Text">{text}</span> </p>'
    )


def _quoted(number: str, text: str) -> str:
    return (
        f'<p class="LegClearFix LegP2Container LegAmend"><span class="LegDS LegP2NoC1Amend">{number}</span>'
        f'<span class="LegDS LegP2TextC1Amend">{text}</span></p>'
    )


def _part(name: str, number: str, title: str) -> str:
    return (
        f'<h2 class="{name}"><span class="LegPartNo">{number}{_MARK}</span>'
        f'<span class="LegPartTitle"> {title}</span></h2>'
    )


XHTML = (
    '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>'
    '<body><div class="LegSnippet"><div class="LegClearFix LegPrelims"><h1>Playgrounds Act 2031</h1></div>'
    + _part("LegPartFirst", "Part 2", "Playgrounds")
    + '<h3 class="LegChapterFirst"><span class="LegChapterNo">Chapter 1</span>'
    f'<span class="LegChapterTitle">Councils{_MARK}</span></h3>'
    f'<h4 class="LegPblockFirst"><span class="LegPblockTitle">General duties{_MARK}</span></h4>'
    + _heading(5, "1", "Duty to keep swings.")
    + _numbered(2, "(1)", "A council must keep a swing for—")
    + _numbered(3, "(a)", "each child who asks, and")
    + _numbered(3, "(b)", "any child who—")
    + _numbered(4, "(i)", f'lives <span class="LegAddition">near</span>{_NOTE}by, or')
    + _numbered(4, "(ii)", "visits often,")
    + '<p class="LegRHS LegP2Text">and must oil it weekly.</p>'
    + _numbered(2, "(2)", ". . . . . . . .")
    + _numbered(2, f'{_NOTE}{_OPEN}<span class="LegAddition">( 2A )</span>', f"In this section—{_CLOSE}")
    + '<ul class="LegTabbedDef LegUnorderedList"><li><p class="LegListTextStandard LegLevel3">“ '
    '<span class="LegTerm">swing</span> ” means <span class="LegAddition">a seat</span>'
    '<span class="LegSubstitution">on ropes</span>;</p></li>'
    '<li><p class="LegListTextStandard LegLevel3">“council” does not include ... a parish.</p></li></ul>'
    '<div class="LegAnnotations"><p class="LegCommentaryText">Words inserted by another Act.</p></div>'
    + _heading(5, "2", "Slides")
    + '<p class="LegRHS LegP1Text">A council may build a slide.</p>'
    + f'<h4 class="LegPblock"><span class="LegPblockTitle">Money{_MARK}</span></h4>'
    + _heading(5, "2A", "... Grants")
    + _numbered(2, "(1)", "After section 9 of the Parks Act 1999 insert—")
    + _quoted('<span class="LegAmendQuote">“</span>(9A)', "A park may have a pond.")
    + _quoted("(9B)", "A pond must have ducks.”")
    + _numbered(2, "(2)", "This section is subject to section 1(2A).")
    + _heading(5, "3", "Sandpits.")
    + '<p class="LegRHS LegP1Text">. . . . . . . .</p>'
    + _part("LegPart", "Part 3", "Last things")
    + _heading(3, "4", "Short title")
    + '<p class="LegRHS LegP1Text">This Act may be cited as the Playgrounds Act 2031.</p>'
    + "</div></body></html>"
)

CLML = """<Legislation xmlns="http://www.legislation.gov.uk/namespaces/legislation"><Primary>
<PrimaryPrelims><Title>Playgrounds Act 2031</Title></PrimaryPrelims>
<Body><Part RestrictExtent="E+W"><Number><Strong>Part 2</Strong></Number><Title>Playgrounds</Title>
<Chapter><Number>Chapter 1</Number><Title>Councils</Title>
<Pblock><Title>General duties</Title>
<P1group><Title>Duty to keep swings</Title><P1 id="section-1"><Pnumber PuncAfter="">1</Pnumber><P1para>
 <P2><Pnumber>1</Pnumber><P2para><Text>A council must keep a swing for—</Text>
  <P3><Pnumber>a</Pnumber><P3para><Text>each child who asks, and</Text></P3para></P3>
  <P3><Pnumber>b</Pnumber><P3para><Text>any child who—</Text>
   <P4><Pnumber>i</Pnumber><P4para><Text>lives <Addition>near</Addition><CommentaryRef Ref="c"/>by, or</Text>
   </P4para></P4>
   <P4><Pnumber>ii</Pnumber><P4para><Text>visits
     often,</Text></P4para></P4></P3para></P3>
  <Text>and must oil it weekly.</Text></P2para></P2>
 <P2><Pnumber>2</Pnumber><P2para><Text>. . . . . . . .</Text></P2para></P2>
 <P2><Pnumber><CommentaryRef Ref="c"/><Addition>2</Addition>A</Pnumber><P2para><Text>In this section—</Text>
  <UnorderedList Class="Definition" Decoration="none">
   <ListItem><Para><Text>“ <Term>swing</Term> ” means
    <Addition>a seat</Addition><Substitution>on ropes</Substitution>;</Text></Para></ListItem>
   <ListItem><Para><Text>“council” does not include ... a parish.</Text></Para></ListItem>
  </UnorderedList></P2para></P2></P1para></P1></P1group>
<P1group><Title>Slides</Title><P1><Pnumber>2</Pnumber><P1para>
<Text>A council may build a slide.</Text></P1para></P1></P1group>
</Pblock>
<Pblock><Title>Money</Title>
<P1group><Title>... Grants</Title><P1><Pnumber>2A</Pnumber><P1para>
 <P2><Pnumber>1</Pnumber><P2para><Text>After section 9 of the Parks Act 1999 insert—</Text>
  <BlockAmendment Format="default">
   <P2><Pnumber>9A</Pnumber><P2para><Text>A park may have a pond.</Text></P2para></P2>
   <P2><Pnumber>9B</Pnumber><P2para><Text>A pond must have ducks.</Text></P2para></P2>
  </BlockAmendment></P2para></P2>
 <P2><Pnumber>2</Pnumber><P2para><Text>This section is subject to section 1(2A).</Text></P2para></P2>
</P1para></P1></P1group>
<P1group><Title>Sandpits</Title><P1><Pnumber>3</Pnumber><P1para>
<Text>. . . . . . . .</Text></P1para></P1></P1group>
</Pblock></Chapter></Part>
<Part><Number>Part 3</Number><Title>Last things</Title>
<P1group><Title>Short title</Title><P1><Pnumber>4</Pnumber><P1para>
<Text>This Act may be cited as the Playgrounds Act 2031.</Text></P1para></P1></P1group></Part>
</Body></Primary>
<Commentaries><Commentary id="c"><Para><Text>Words inserted.</Text></Para></Commentary></Commentaries>
</Legislation>
"""
