#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Numbers of the pages that the program gives: every published number beside ours, and the table of the README.

    validation.py PROGRAM SOURCE_DIRECTORY            exit status 1 where a page has other numbers than the program
    validation.py PROGRAM SOURCE_DIRECTORY --write    puts the program's numbers into the pages

A block of a page from <!-- computed: NAME --> to <!-- end --> is what the function NAME of this file gives. Numbers agree when
they differ by less than one unit of their last digit and by less than 0.3 %; words must be equal.
"""
import json
import math
import pathlib
import re
import subprocess
import sys
import tempfile


class Trident:
    def __init__(self, program, root):
        self.program, self.root = str(pathlib.Path(program).resolve()), pathlib.Path(root).resolve()

    def text(self, command):
        words = [self.program, *command]
        return subprocess.run(words, check=True, capture_output=True, text=True, stdin=subprocess.DEVNULL).stdout

    def json(self, command):
        return json.loads(self.text([*command.split(), "--format", "json"]))

    def cross_section(self, options):
        return self.json(f"cross-section --quiet {options}")["value_fb"]

    def events(self, options):
        """Columns of a sample of 20000 events."""
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "events.csv"
            self.text(["events", "--quiet", "-n", "20000", "--seed", "1", "--out", str(path), *options.split()])
            lines = [line for line in path.read_text().split("\n") if line and not line.startswith("#")]
        names = lines[0].split(",")
        return [dict(zip(names, line.split(","))) for line in lines[1:]]

    def spectrum(self, name, flavour):
        """Integral and mean energy of a table under tables/flux."""
        lines = [line for line in (self.root / f"tables/flux/{name}.csv").read_text().split("\n") if line]
        rows = [line.split(",") for line in lines if not line.startswith("#")]
        names, rows = rows[0], [[float(x) for x in row] for row in rows[1:]]
        column = names.index(flavour.replace("_", "")) if len(names) > 3 else 2
        content = any("probability" in line for line in lines if line.startswith("# unit"))
        sums = [0.0, 0.0, 0.0]
        for row in rows:
            low, high, value = row[0], row[1], row[column]
            density = value / (high - low) if content else value
            for power in (0, 1, 2):
                sums[power] += density * (high ** (power + 1) - low ** (power + 1)) / (power + 1)
        return sums[0], sums[1] / sums[0], sums[2] / sums[1]


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return lines + ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]


def digits(value, count=4):
    text = f"{value:.{count}g}"
    return text


def headline(trident):
    """The table of the README."""
    rows = []
    for label, beam in (("5 GeV", "--energy 5"), ("DUNE near detector (`dune_tdr_numu`)", "--flux dune_tdr_numu")):
        for number, name in ((8, "nu_mu -> nu_mu mu+ mu-"), (7, "nu_mu -> nu_mu e+ e-"), (9, "nu_mu -> nu_e e+ mu-")):
            options = f"--process {number} --target Ar {beam} --precision 1e-6"
            coherent = trident.cross_section(options)
            incoherent = trident.cross_section(options + " --regime incoherent")
            inelastic = trident.cross_section(options + " --regime inelastic")
            rows.append([f"{name}, {label}", f"{coherent:.5e}", f"{incoherent:.4e}", f"{inelastic:.4e}"])
    return table(["per argon nucleus [fb]", "coherent", "incoherent (18 p + 22 n)", "inelastic"], rows)


def rates(trident):
    rows = []
    for detector, mode, unit in (
        ("dune-nd", "fhc", "--per-tonne-year"),
        ("dune-nd", "rhc", "--per-tonne-year"),
        ("dune-nd", "fhc", ""),
        *((name, None, "") for name in ("sbnd", "ingrid", "nustorm", "minos", "minerva", "ship", "fasernu",
                                       "fasernu2", "flare")),
    ):
        options = f"rates --detector {detector} --compare {unit}" + (f" --mode {mode}" if mode else "")
        for one in trident.json(options)["comparisons"]:
            if (one["unit"] == "events") == bool(unit):
                continue
            name = detector + (f" {mode}" if mode else "") + (", per t and year" if unit else "")
            ours, published = one["ours"], one["published"]
            rows.append([name, one["channels"], one["regime"], f"{published:g} +- {one['error']:g}", digits(ours, 3),
                         f"{ours / published:.2f}", f"{one['pull']:+.1f}", one["source"]])
    return table(["detector", "channels", "regime", "published", "ours", "ratio", "pull", "source"], rows)


def spectra(trident):
    integral, mean, of_events = (lambda t: t[0]), (lambda t: t[1]), (lambda t: t[2])
    slope = 0.677e-42  # m^2/GeV, charged currents of nu_mu on isoscalar nucleons

    def charged(tonnes, exposure):
        return lambda t: tonnes * 6.02214076e29 * exposure * t[0] * t[1] * slope

    rows = []
    for name, flavour, what, quantity, published, source in (
        ("fasernu", "nu_mu", "integral [1/m2/fb-1]", integral, 1.9388e11, "arXiv:2105.08270, public files"),
        ("fasernu", "nu_mu", "mean energy [GeV]", mean, 311.6, "arXiv:2105.08270, public files"),
        ("fasernu", "nu_mu", "CC events, 1.2 t, 150 fb-1", charged(1.2, 150), 4452.5, "arXiv:2105.08270, public files"),
        ("miniboone_fhc", "nu_mu", "integral [1/m2/POT]", integral, 5.19e-6, "arXiv:0806.1449"),
        ("miniboone_fhc", "nu_e", "integral [1/m2/POT]", integral, 2.87e-8, "arXiv:0806.1449"),
        ("dune_nd_fhc", "nu_mu", "integral [1/m2/POT]", integral, 1.04e-3, "arXiv:1902.06765"),
        ("sbnd_fhc", "nu_mu", "CC events, 112 t, 6.6e20 POT", charged(112, 6.6e20), 5.2e6, "arXiv:1503.01520"),
        ("ccfr_numu", "nu_mu", "mean energy of events [GeV]", of_events, 160, "[@ccfr1991] as quoted"),
        ("t2k_nd280_fhc", "nu_mu", "integral [1/m2/POT]", integral, 2.02e16 / 1.08e20, "arXiv:1302.4908"),
        ("t2k_nd280_fhc", "nu_mu", "mean energy [GeV]", mean, 0.85, "arXiv:1302.4908"),
        ("t2k_ingrid_fhc", "nu_mu", "mean energy [GeV]", mean, 1.51, "arXiv:1407.4256"),
        ("minos_nd_fhc", "nu_mu", "mean energy [GeV]", mean, 3.5, "arXiv:1607.00704 as quoted, of MINERvA"),
    ):
        ours = quantity(trident.spectrum(name, flavour))
        rows.append([f"{name} {flavour}", what, digits(published), digits(ours), f"{ours / published:.3f}", source])
    return table(["spectrum", "quantity", "published", "ours", "ratio", "source"], rows)


def ratios(trident):
    rows = []
    for name, key in (("CHARM-II", "charm1990"), ("CCFR", "ccfr1991"), ("NuTeV", "nutev2000")):
        one = trident.json(f"limits --measurement {name} --masses 1:10:2:log")
        ratio = one["ratio"]
        pull = math.sqrt(one["standard_model_chi2"]) * (1 if ratio["value"] < 1 else -1)
        rows.append([f"{name} [@{key}]", f"{ratio['value']:g} +{ratio['error_up']:g} -{ratio['error_down']:g}", "1",
                     f"{pull:+.2f}"])
    return table(["nu_mu -> nu_mu mu+ mu-, sigma/sigma_SM", "measured", "Standard Model", "pull of it"], rows)


def literature(trident):
    ccfr = trident.json("limits --measurement CCFR --masses 100:1000:2:log")
    dune = trident.json("limits --measurement DUNE --masses 100:1000:2:log")
    moment = trident.json("g-2 --coupling 4.45e-4 --mass 1e-6")
    flux = trident.cross_section("--process 8 --target Ar --flux dune_cdr_reference_numu --constants teg2019")
    public = trident.cross_section("--process 8 --target Ar --flux dune_nd_fhc")
    rows = [
        ["B/A, CCFR on iron", "1.13", f"{ccfr['axial_over_vector']:.3f}", "[@altmannshofer2019]", "agrees to the digits"],
        ["B/A, DUNE on argon", "1.54", f"{dune['axial_over_vector']:.3f}", "[@altmannshofer2019]", "agrees to the digits"],
        ["CCFR, largest ratio at 95 %", "1.37", f"{ccfr['allowed_ratio'][1]:.3f}", "[@altmannshofer2019]", "two-sided"],
        ["M/g' above, L_mu - L_tau, heavy [GeV]", "538", f"{ccfr['heavy_mass_over_coupling_GeV']:.1f}", "[@altmannshofer2019]",
         "B/A with more digits"],
        ["Delta a_mu of g' = 4.45e-4, M -> 0 [1e-9]", "2.51", f"{1e9 * moment['delta_a_mu']:.3f}", "[@altmannshofer2019]", "agrees"],
        ["mu mu, Ar, reference beam [fb]", "8.205e-4", f"{flux:.3e}", "program of [@altmannshofer2019]",
         "its argon form factor, below"],
        ["mu mu, Ar, DUNE, <sigma> [fb]", "6.805e-4", f"{public:.3e}", "[@bigaran2024]",
         "its 1 GeV^-2 is 0.68 % larger, below"],
    ]
    return table(["quantity", "published", "ours", "source", "remark"], rows)


def photons(trident):
    rows = []
    for energy in (2, 5, 20, 60):
        options = f"--process 8 --target Ar --energy {energy} --precision 1e-4"
        full = trident.cross_section(options)
        of = [trident.cross_section(f"{options} --method {m}") / full for m in ("epa", "epa-kinematic", "epa-improved")]
        rows.append([energy, *(f"{x:.3f}" for x in of)])
    return table(["E [GeV]", "textbook (`epa`)", "exact kinematics (`epa-kinematic`)", "L_S dropped (`epa-improved`)"], rows)


def inelastic(trident):
    """Inelastic over coherent and incoherent on argon."""
    rows = []
    for label, beam in (("2 GeV", "--energy 2"), ("5 GeV", "--energy 5"), ("10 GeV", "--energy 10"), ("1 TeV", "--energy 1000"),
                        ("DUNE", "--flux dune_tdr_numu")):
        row = [label]
        for process in (8, 9, 7):
            parts = trident.json(f"cross-section --quiet --process {process} --target Ar {beam} --precision 1e-4 --regime total")
            value = {one["regime"]: one["value_fb"] for one in parts["components"]}
            row.append(f"{value['inelastic'] / value['incoherent']:.3f}")
            row.append(f"{value['inelastic'] / (value['coherent'] + value['incoherent']):.4f}")
        rows.append(row)
    head = [f"{pair}: over {what}" for pair in ("mu mu", "e mu", "e e") for what in ("incoherent", "the rest")]
    return table(["", *head], rows)


def zhou_beacom(trident):
    """What arXiv:1910.08090 has as inelastic on oxygen: its published total less our other regimes."""
    published = {(8, 100): 1.1083e-1, (8, 1000): 2.3534, (7, 100): 5.7898e-2, (7, 1000): 9.8695e-1, (9, 100): 3.8943e-1,
                 (9, 1000): 6.9906}
    names = {8: "mu mu", 7: "e e", 9: "e mu"}
    rows = []
    for (process, energy), total in published.items():
        options = f"--process {process} --target O --energy {energy} --precision 1e-4"
        rest = trident.cross_section(f"{options} --regime coherent+incoherent --nuclear-model closure --form-factor 3pF")
        exact = trident.cross_section(f"{options} --regime inelastic")
        shell = trident.cross_section(f"{options} --regime inelastic --method epa-inelastic")
        theirs = total - rest
        rows.append([f"{names[process]}, {energy} GeV", f"{theirs:.3e}", f"{exact:.4e}", f"{shell:.4e}", f"{shell / exact:.2f}",
                     f"{theirs / exact:.2f}", f"{theirs / shell:.2f}"])
    return table(["16O [fb]", "theirs", "ours, exact", "ours, on-shell photon", "on-shell/exact", "theirs/exact",
                  "theirs/on-shell"], rows)


def facts(trident):
    def angle(e):
        a, b = ([float(e[f"{who}_p{axis}"]) for axis in "xyz"] for who in ("minus", "plus"))
        cosine = sum(x * y for x, y in zip(a, b)) / math.sqrt(sum(x * x for x in a) * sum(x * x for x in b))
        return math.degrees(math.acos(max(-1, min(1, cosine))))

    def share(events, passed):
        total = sum(float(e["weight"]) for e in events)
        return sum(float(e["weight"]) for e in events if passed(e)) / total

    mass = 0.1056583755
    seen = lambda e: min(float(e["minus_E"]), float(e["plus_E"])) - mass > 0.03
    coherent = trident.events("--process 8 --target Ar --flux dune_tdr_numu")
    nucleon = trident.events("--process 8 --target Ar --regime incoherent --nuclear-model closure --flux dune_tdr_numu")
    rows = [
        ["coherent mu mu, opening angle below 20 degrees", "0.90", f"{share(coherent, lambda e: angle(e) < 20):.2f}"],
        ["incoherent mu mu, the same", "0.47", f"{share(nucleon, lambda e: angle(e) < 20):.2f}"],
        ["coherent mu mu, both kinetic energies above 30 MeV", "0.99", f"{share(coherent, seen):.2f}"],
    ]
    return table(["share of events, DUNE spectrum", "published", "ours"], rows)


BLOCKS = {f.__name__: f for f in (headline, rates, spectra, ratios, literature, photons, inelastic, zhou_beacom, facts)}
BLOCK = re.compile(r"(<!-- computed: (\w+) -->\n)(.*?)(<!-- end -->)", re.DOTALL)
NUMBER = re.compile(r"[+-]?\d+\.?\d*(?:e[+-]?\d+)?")


def same(one, other):
    """Of texts: equal words, and numbers that agree to one unit of the last digit and to 0.3 %."""
    if NUMBER.sub("#", one).split() != NUMBER.sub("#", other).split():
        return False
    for a, b in zip(NUMBER.findall(one), NUMBER.findall(other)):
        mantissa = b.split("e")[0]
        exponent = int(b.split("e")[1]) if "e" in b else 0
        last = 10.0 ** (exponent - (len(mantissa.split(".")[1]) if "." in mantissa else 0))
        if abs(float(a) - float(b)) > max(1.001 * last, 0.003 * abs(float(b))):
            return False
    return True


def main(program, root, *options):
    root, trident = pathlib.Path(root).resolve(), Trident(program, root)
    wrong = []
    for page in (root / "README.md", root / "docs/validation.md"):
        text = page.read_text()

        def computed(found):
            lines = "\n".join(BLOCKS[found[2]](trident)) + "\n"
            if options != ("--write",) and not same(found[3], lines):
                before, after = found[3].split("\n"), lines.split("\n")
                for a, b in zip(before, after):
                    if not same(a, b):
                        wrong.append(f"{page.relative_to(root)}, {found[2]}:\n  page    {a}\n  program {b}")
                if len(before) != len(after):
                    wrong.append(f"{page.relative_to(root)}, {found[2]}: {len(before)} lines, the program gives {len(after)}")
            return found[1] + lines + found[4]

        replaced = BLOCK.sub(computed, text)
        if options == ("--write",):
            page.write_text(replaced)
    print("\n".join(wrong) if wrong else "the pages have the numbers of the program")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) > 2 else __doc__)
