"""An invented report and letter in the layouts of the real ones, and what tests ask of a parsed one."""

from pathlib import Path

from corpus.source import Audience, Authority, Source
from ingest import parse_markdown
from ingest.sections import Parsed, Section

REPORT = """\
**May
2031**

# **TIDES AND LAMPS**

# EXECUTIVE SUMMARY

Families in Aldersea told us about the lamp.

## COST OF THE SEA BUS

The sea bus costs more than the land bus. See the next page.

Boat\tHours\tPrice
Tern\t9 to 5\t£12
\t8 to 6\t£15.50
Gull (small)\t10 to 3\t£9

The forum was told that the SEN bus

would come every
hour.

### What we read

4.7: \\*"Keepers should ask families about:

- the lamp
- the oil"

#### 4.8: "Keepers may ask twice..."

So they may.

# REASONS

There are two reasons

1. The Lamp Act 1902

The Act says *a lamp must burn*.<sup>12</sup>

## 2. The Oil Rules (1903)

The rules say **how much** oil [is needed](https://example.org/oil).

# RECOMMENDATIONS

## 1 Light the Lamp

- Buy oil for the lamp.
  - Buy a wick.
-

## 2 Ring 07700 900123

- Ring the keeper on 07700 900123 before dusk.

# STAY IN TOUCH

**Aldersea Forum**

<https://example.org/aldersea>

**07700900123**
"""

LETTER = """\
**Aldersea Forum**

forum@example.org

03.04.31

**Complaint: The Lamp**

Dear **Ada Quill**,

We write to complain about the lamp, which was out.

**What Went Wrong**

When we ask for:

- oil,
- a wick,

nobody answers us at all.

## **What We Ask**

### **1. Light**

1. Light it.
2. Keep it lit:
  - by day
  - by night

3. Tell us.

### **2. Oil**

We ask for oil as well.

Yours sincerely,

**Bea Marsh**

On behalf of the forum
07700 900123
"""


def a_report(source: str = "tide-report") -> Source:
    """A catalogue entry for an invented report."""
    return Source(
        id=source,
        title="Tides and lamps",
        short_title="the tide report",
        publisher="Aldersea Forum",
        authority=Authority.FAMILIES_EXPERIENCE,
        audience=Audience.PUBLIC,
        date="2031-05",
        as_of="2031-05",
        as_of_note="",
        url="",
        licence="",
        file="report.md",
        parser="markdown",
    )


def parsed(folder: Path, text: str) -> Parsed:
    """The text parsed from a file."""
    path = folder / "report.md"
    path.write_text(text, encoding="utf-8")
    return parse_markdown.parse(path, a_report())


def section(of: Parsed, tail: str) -> Section:
    """The one section with that locator tail."""
    return next(section for section in of.sections if section.tail == tail)


def folded(text: str) -> str:
    """White space folded."""
    return " ".join(text.split())
