# SPDX-License-Identifier: BSL-1.0
# Les Houches files are XML, whatever the names in them, and name their weights where readers in Python look: in <header>.
# Argument: the program.
set -eu
trident=$1
command -v python3 >/dev/null || { echo "python3 is missing"; exit 1; }
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
flux=$folder/$(printf 'fl\377ux & <"caf\303\251">\001.txt')
printf '1 2 1.0\n2 10 0.5\n' >"$flux"
for ending in lhe lhe.gz; do
  "$trident" events --quiet --seed 5 --process 7,8 --target H2O --regime total -n 60 --out "$folder/a.$ending" \
    --flux-file "$flux" --flux-unit 1/m2/GeV/POT --flux-kind density --flux-flavour nu_mu --box -1:1,-2:2,0:3 \
    --also-model "LmuLtau --coupling 1e-3:1e-2:2:log --mass 0.1" --also-model "Zprime --coupling 1 --mass 1 --charges 0,1,-1" \
    >/dev/null
  "$trident" reweight "$folder/a.$ending" --to "4F --gV 1 --gA -1:1:2" >/dev/null
done

python3 - "$folder/a.lhe" "$folder/a.lhe.gz" <<'CHECK'
import gzip, sys, xml.etree.ElementTree as tree

for name in sys.argv[1:]:
    with (gzip.open if name.endswith(".gz") else open)(name, "rb") as file:
        root = tree.fromstring(file.read())
    assert root.tag == "LesHouchesEvents"
    weights = {}
    for part in ("header", "init"):
        groups = root.find(part).find("initrwgt").findall("weightgroup")
        assert len(groups) == 1 and groups[0].attrib["name"] == "models"
        weights[part] = [(one.attrib["id"], one.text) for one in groups[0].findall("weight")]
    assert weights["header"] == weights["init"] and len(weights["init"]) == 5
    assert len({one for one, _ in weights["init"]}) == 5
    assert all(set(one) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.+-=:_")
               for one, _ in weights["init"])
    assert ("Zprime_coupling=1_mass=1_charges=0:1:-1", "Zprime --coupling 1 --mass 1 --charges 0,1,-1") in weights["init"]
    numbers = root.find("init").text.split()
    assert numbers[1] == "1000010010" and abs(float(numbers[3]) - 0.93827) < 1e-4  # hydrogen and its mass
    assert root.find("init").find("xsecinfo") is None  # what it would say is not known yet
    events = root.findall("event")
    assert len(events) == 60
    for event in events:
        assert [one.attrib["id"] for one in event.find("rwgt").findall("wgt")] == [one for one, _ in weights["init"]]
        lines = event.text.strip().split("\n")
        more = sum(line.startswith("#hadrons ") for line in lines) # the exact sum of a system of hadrons
        assert len(lines) == int(lines[0].split()[0]) + 2 + more and lines[-1].startswith("#lab_pos ")
        incoming = [line.split() for line in lines[1:-1] if line.split()[1] == "-1"]
        assert [one[0] for one in incoming] in ([["14", one] for one in ("1000010010", "1000080160")])
CHECK
