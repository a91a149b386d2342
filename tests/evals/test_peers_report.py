"""The report of peers, the command, and Signpost as one of them."""

import json
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

from bot.conversation import Question
from corpus.settings import CorpusSettings
from evals.peers.comparing import compare
from evals.peers.from_cases import read_grounds
from evals.peers.ground import Shelf
from evals.peers.measuring import measure
from evals.peers.peer import Contender
from evals.peers.report import write
from evals.peers.signpost_itself import SignpostItself, opened_by
from tests.bot.word_embedder import WordEmbedder
from tests.evals.test_peers import SmallPeer, a_contender, a_ground, a_target, an_ask, no_contender, shown, tell_nobody
from tests.small_library import GLOSSARY, SmallLibrary

_WITHOUT_BM25 = (
    "import sys; sys.modules['bm25s'] = None; import typer; from evals.peers.cli import peers; typer.run(peers)"
)


def settings_of(library: SmallLibrary) -> CorpusSettings:
    return CorpusSettings(documents=library.documents, data=library.data, embedding_model="")


def signpost_over(library: SmallLibrary) -> SignpostItself:
    """Signpost as a peer; building is copying what was built."""

    def copied(data: Path) -> float:
        shutil.copytree(library.data, data, dirs_exist_ok=True)
        return 1.5

    return SignpostItself(copied, opened_by(WordEmbedder()), GLOSSARY, WordEmbedder())


def test_signpost_as_a_peer_finds_what_the_product_finds(library: SmallLibrary, case_file: Path) -> None:
    (ground,) = read_grounds([case_file], settings_of(library), WordEmbedder())
    ours = Contender(name="Signpost", says="", make=lambda: signpost_over(library), is_ours=True)
    done = compare(ground, *measure([ground], [ours], tell_nobody))
    (row,) = done.groups["all questions"]
    assert (row.quality["success@5"].value, row.result.build) == (1.0, 1.5)


def test_signpost_finds_nothing_before_it_is_built(library: SmallLibrary) -> None:
    peer = signpost_over(library)
    assert peer.find(Question(text="lantern"), 5) == ()
    peer.build(Shelf(()))
    assert len(peer.find(Question(text="lantern"), 5)) == 5
    peer.close()


def test_the_report_has_a_row_for_each_peer_and_the_cure_for_one_that_is_missing(tmp_path: Path) -> None:
    ground = a_ground(an_ask("a", "one?", a_target(1)), an_ask("b", "two?", a_target(2), "one?"))
    ours = a_contender("Signpost", SmallPeer({"one?": [shown(1)]}, reads_history=True), is_ours=True)
    absent = Contender(name="absent", says="", make=no_contender)
    page = write([compare(ground, *measure([ground], [ours, absent], tell_nobody))], tmp_path / "out")
    text = page.read_text(encoding="utf-8")
    assert "| Signpost | 0.500" in text
    assert "| absent | not installed (boatlib): run `make peers` |" in text
    assert "## Quality: multi-turn (1)" in text
    numbers = json.loads((page.parent / "peers.json").read_text(encoding="utf-8"))
    assert numbers[0]["groups"]["all questions"]["Signpost"]["measures"]["success@1"]["value"] == 0.5


def test_every_plot_the_page_names_is_a_drawing_that_loads_nothing(tmp_path: Path) -> None:
    ground = a_ground(an_ask("a", "one?", a_target(1)))
    ours = a_contender("Signpost", SmallPeer({"one?": [shown(1)]}), is_ours=True)
    page = write([compare(ground, *measure([ground], [ours], tell_nobody))], tmp_path)
    plots = sorted(path.name for path in tmp_path.glob("*.svg"))
    assert len(plots) == 3
    for name in plots:
        assert f"]({name})" in page.read_text(encoding="utf-8")
        drawing = (tmp_path / name).read_text(encoding="utf-8")
        assert ET.fromstring(drawing).tag == "{http://www.w3.org/2000/svg}svg"
        assert "http" not in drawing.replace("http://www.w3.org/2000/svg", "")


def test_the_command_fails_without_a_package_only_when_all_are_required(tmp_path: Path) -> None:
    folder = tmp_path / "boats"
    folder.mkdir()
    (folder / "corpus.jsonl").write_text('{"_id": "1", "title": "", "text": "A boat."}\n', encoding="utf-8")
    (folder / "queries.jsonl").write_text('{"_id": "q", "text": "boat?"}\n', encoding="utf-8")
    (folder / "qrels.tsv").write_text("query-id\tcorpus-id\tscore\nq\t1\t1\n", encoding="utf-8")
    command = [sys.executable, "-c", _WITHOUT_BM25, str(folder), "--only", "BM25", "--json"]
    environment = os.environ | {"SIGNPOST_DATA": str(tmp_path / "data")}
    codes = []
    for more in ([], ["--require-all"]):
        run = subprocess.run([*command, *more], capture_output=True, text=True, env=environment, check=False)
        assert json.loads(run.stdout)[0]["not_measured"] == {"BM25": "not installed (bm25s): run `make peers`"}
        codes.append(run.returncode)
    assert codes == [0, 1]
