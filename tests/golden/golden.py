#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Golden outputs: what a few hundred commands print and write, to compare bits before and after a change.

    golden.py record PROGRAM RECORD.json [PART]    runs all commands, or those whose name contains PART
    golden.py record CALLS RECORD.json calls       runs the executable golden_calls in place of the program
    golden.py compare BEFORE.json AFTER.json       lists the commands whose outputs differ; exit status 1 if any does

Each command is a line of shell in an empty folder in which $T is the program. Kept are its exit status, standard output,
standard error and all files, without what differs from run to run: times, and the path of the program.
"""
import concurrent.futures
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import tempfile

PHYSICS = "--process 8 --target Ar --energy 5"
FLUXES = """dune_cdr_reference_numu dune_cdr_reference_anti_numu dune_cdr_optimized_numu dune_cdr_optimized_anti_numu
dune_tdr_numu dune_tdr_anti_numu ccfr_numu dune_nd_fhc dune_nd_rhc dune_nd_tau_optimized_fhc dune_nd_tau_optimized_rhc fasernu
miniboone_fhc minos_nd_fhc minos_plus_nd_fhc sbnd_fhc ship t2k_ingrid_fhc t2k_nd280_fhc""".split()
DETECTORS = """dune-nd sbnd microboone icarus minerva minos nova ingrid nustorm ship fasernu charm2 ccfr nutev""".split()
MODELS = {
    "lmultau": "LmuLtau --coupling 1e-3 --mass 0.1",
    "lemu": "LeLmu --coupling 1e-3 --mass 0.1",
    "zprime": "Zprime --coupling 1e-3 --mass 0.1 --charges 1,1,0",
    "4f": "4F --gV 0.5 --gA 1",
    "smprop": "SMprop",
}
TARGETS = "C N O Si Ar Fe W Pb C12 Pb208 proton neutron free-proton".split()
MATERIALS = ["LAr", "SiO2", "CH", "H2O", "steel", "emulsion", "C5H8O2", "'glass: SiO2 0.7, Na2O 0.3'"]


def cases():
    """Name and line of shell of each command."""
    yield "calls", "case $T in *golden_calls) $T;; esac"
    section = "$T cross-section --quiet --format json"
    for process in range(1, 31):
        yield f"section.process.{process}", f"{section} --process {process} --target Ar --energy 30"
        yield f"section.total.{process}", f"{section} --process {process} --target Fe --energy 100 --regime total"
    for target in TARGETS:
        yield f"section.target.{target}", f"{section} --process 8 --target {target} --energy 5"
    for material in MATERIALS:
        for regime in ("coherent", "incoherent", "total"):
            yield (f"section.material.{material}.{regime}",
                   f"{section} --process 8 --target {material} --energy 5 --regime {regime}")
    for regime in "incoherent inelastic coherent+incoherent".split():
        for process in (7, 8, 9, 17):
            yield f"section.regime.{regime}.{process}", f"{section} --process {process} --target Ar --energy 30 --regime {regime}"
    for bound in ("lfg", "rfg", "closure", "free", "rfg --k-fermi 0.2 --removal-energy 0.01"):
        yield f"section.bound.{bound}", f"{section} {PHYSICS} --regime incoherent --nuclear-model {bound}"
    for fits in "GD11-P 0 3..4 SLAC E665 E139".split():
        yield f"section.fits.{fits}", f"{section} {PHYSICS} --regime inelastic --structure-functions {fits}"
    for form in "3pF 2pF FB helm kn fermi".split():
        yield f"section.form.{form}", f"{section} {PHYSICS} --form-factor {form}"
    for flux in FLUXES:
        process = 24 if "anti" in flux else 8
        yield f"section.flux.{flux}", f"{section} --process {process} --target Ar --flux {flux}"
        yield f"section.flux.process_8.{flux}", f"{section} --process 8 --target Ar --flux {flux} --regime total"
    for name, model in MODELS.items():
        for process in (7, 8, 10):
            yield f"section.model.{name}.{process}", f"{section} --process {process} --target Ar --energy 5 --model {model}"
    yield "section.constants", f"{section} {PHYSICS} --constants teg2019 --regime total"
    for energy in "0.1 0.3 0.45 1 1e3 1e5".split():
        for process in (7, 8, 9):
            yield f"section.energy.{energy}.{process}", f"{section} --process {process} --target Ar --energy {energy}"
    for precision in "1e-2 1e-4 1e-7 1e-8".split():
        yield f"section.precision.{precision}", f"{section} {PHYSICS} --precision {precision}"
    for method in "epa epa-kinematic epa-improved epa-inelastic both".split():
        yield f"section.method.{method}", f"{section} {PHYSICS} --method {method} --seed 1"
    for method in ("vegas", "rqmc"):
        for seed in (1, 2):
            for threads in (1, 2, 3):
                yield (f"section.{method}.{seed}.{threads}",
                       f"{section} {PHYSICS} --method {method} --seed {seed} --threads {threads}")
        for process in (1, 5, 7, 9, 15, 30):
            yield (f"section.{method}.process.{process}",
                   f"{section} --process {process} --target Pb --energy 60 --method {method} --seed 3 --regime total")
        yield (f"section.{method}.flux",
               f"{section} --process 8 --target Ar --flux dune_tdr_numu --method {method} --seed 1 --regime total")
        yield (f"section.{method}.model",
               f"{section} {PHYSICS} --method {method} --seed 1 --model LmuLtau --coupling 1e-3 --mass 0.1")
    yield ("section.checkpoint", f"{section} {PHYSICS} --method vegas --seed 1 --checkpoint c --time-limit 0.001 >/dev/null;"
           " $T resume c --quiet")
    yield ("section.slices", f"$T cross-section {PHYSICS} --method vegas --seed 1 --regime total --freeze f.run >/dev/null;"
           " for i in 1 2 3; do $T cross-section --run f.run --slice $i/3 --out p --quiet; done; rm f.run;"
           " $T merge --format json p_1 p_2 p_3; rm p_?")
    yield "section.text", f"$T cross-section --quiet {PHYSICS} --regime total"

    events = "$T events --quiet --seed 5 -n 2000"
    for ending in "hepmc3 lhe hepevt txt csv".split():
        teg = "--file-format teg" if ending == "txt" else ""
        yield f"events.{ending}", f"{events} {PHYSICS} {teg} --out x.{ending}"
        yield f"events.total.{ending}", f"{events} {PHYSICS} --regime total {teg} --out x.{ending}"
        yield f"events.split.{ending}", f"{events} {PHYSICS} --split 3 --threads 2 {teg} --out x.{ending}"
    for ending in "hepmc3 lhe csv".split():
        yield f"events.weighted.{ending}", f"{events} {PHYSICS} --weighted --out x.{ending}"
        yield (f"events.models.{ending}",
               f"{events} {PHYSICS} --also-model 'LmuLtau --coupling 1e-3 --mass 0.1' --out x.{ending}")
    for threads in (1, 2, 3):
        yield f"events.threads.{threads}", f"{events} {PHYSICS} --threads {threads} --out x.csv"
    for process in (1, 5, 7, 9, 10, 15, 30):
        yield f"events.process.{process}", f"{events} --process {process} --target Pb --energy 60 --regime total --out x.csv"
    for target in ("Ar", "proton", "neutron", "free-proton", "H2O", "LAr", "SiO2"):
        regime = "" if target in ("Ar", "proton", "neutron", "free-proton") else "--regime total"
        yield f"events.target.{target}", f"{events} --process 9 --target {target} --energy 8 {regime} --out x.csv"
    for flux in ("dune_tdr_numu", "ccfr_numu", "ship"):
        yield f"events.flux.{flux}", f"{events} --process 7,8 --target Ar --flux {flux} --out x.csv"
    yield "events.strict", f"{events} {PHYSICS} --strict --out x.csv"
    yield "events.box", f"{events} {PHYSICS} --box 0:1,0:2,-3:3 --beam-direction 0,0.1,1 --out x.hepmc3"
    yield "events.single", f"$T events --seed 5 {PHYSICS} --event 17 --file-format csv"
    for name, model in MODELS.items():
        yield f"events.model.{name}", f"{events} {PHYSICS} --model {model} --out x.csv"
    yield ("events.slices", f"$T events {PHYSICS} --regime total --seed 3 --freeze f.run >/dev/null;"
           " for i in 1 2 3; do $T events --run f.run -n 1000 --slice $i/3 --out p.lhe --quiet >/dev/null; done; rm f.run;"
           " $T merge p_1.lhe p_2.lhe p_3.lhe --out p.lhe; rm p_?.lhe*")
    for ending in ("hepmc3", "lhe"):
        yield (f"reweight.{ending}", f"{events} {PHYSICS} --regime total --out x.{ending} >/dev/null;"
               f" $T reweight x.{ending} --to 'LmuLtau --coupling 1e-4:1e-2:3:log --mass 0.1' --out y.{ending}")

    yield "scan.energies", f"$T scan --quiet --process 8 --target Ar --energies 1:100:7:log --out x.csv"
    yield ("scan.model", f"$T scan --quiet {PHYSICS} --model LmuLtau --mass 1e-2:1:4:log --coupling 1e-4:1e-2:4:log"
           " --out x.csv")
    for distribution in ("lnQ2", "nu", "W", "x", "q", "lnQ2,W"):
        yield (f"scan.inelastic.{distribution}",
               f"$T scan --quiet {PHYSICS} --regime inelastic --distribution {distribution} --precision 1e-3 --out x.csv")
    for distribution in ("lnQ2", "s", "mll", "T", "s,mll"):
        yield (f"scan.distribution.{distribution}",
               f"$T scan --quiet {PHYSICS} --distribution {distribution} --precision 1e-3 --out x.csv")
    for detector in DETECTORS:
        yield f"rates.{detector}", f"$T rates --quiet --detector {detector} --format json"
        yield f"rates.compare.{detector}", f"$T rates --quiet --detector {detector} --compare"
    yield "rates.own", ("$T rates --quiet --mass-tonnes 10 --material 'glass: SiO2 0.7, Na2O 0.3' --exposure-pot 1e21"
                        " --flux dune_nd_fhc --format json")
    yield "limits.ccfr", "$T limits --quiet --measurement CCFR --masses 1e-3:1e3:7:log --format json"
    yield "g-2.value", "$T g-2 --quiet --value 2.51e-9 --error 0.59e-9 --masses 1e-3:1:4:log --format json"
    yield "g-2.coupling", "$T g-2 --quiet --coupling 1e-3 --mass 0.1 --format json"
    for figure in "cross-section form-factors flux equivalent-photons measurements limits".split():
        yield f"plot.{figure}", f"$T plot {figure} --quiet --out x.svg"
    for what in "processes targets materials fluxes models measurements detectors figures".split():
        yield f"list.{what}", f"$T list {what} --format json"
    yield "menu.section", r"printf '8\nAr\n1\n5\nSM\nCrossSection\n' | $T menu --quiet | grep -v -e seed -e 'is  ('"
    yield "refused.process", "$T cross-section --process 99 --target Ar --energy 5"
    yield "refused.target", "$T cross-section --process 8 --target Xx --energy 5"


def steady(text):
    """Without times."""
    text = re.sub(r'"(seconds|preparation_seconds|events_per_second)": ?[-+.0-9e]+', r'"\1": 0', text)
    return re.sub(r"\b[0-9.]+ s\b|[0-9.e+]+ events? (a|per) second", "TIME", text)


def run(case, program):
    name, line = case
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(["bash", "-c", line], cwd=folder, env={"T": program, "PATH": "/usr/bin:/bin"},
                              capture_output=True, stdin=subprocess.DEVNULL, timeout=900)
        files = {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
                 for path in sorted(pathlib.Path(folder).rglob("*")) if path.is_file()}
        hide = lambda raw: steady(raw.decode(errors="replace").replace(program, "trident"))
        return name, {"line": line, "status": done.returncode, "output": hide(done.stdout), "errors": hide(done.stderr),
                      "files": files}


def record(program, out, part=""):
    program = str(pathlib.Path(program).resolve())
    chosen = [case for case in cases() if part in case[0]]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        results = dict(pool.map(lambda case: run(case, program), chosen))
    pathlib.Path(out).write_text(json.dumps(results, indent=1))
    failed = [name for name, one in results.items() if one["status"] != 0]
    print(f"{len(results)} commands recorded in {out}; exit status not 0: {', '.join(failed) or 'none'}")
    return 0


def compare(before, after):
    before, after = (json.loads(pathlib.Path(name).read_text()) for name in (before, after))
    differing = 0
    for name in sorted(set(before) | set(after)):
        a, b = before.get(name), after.get(name)
        if a is None or b is None:
            what = ["recorded in one of them only"]
        else:
            what = [key for key in ("line", "status", "output", "errors") if a[key] != b[key]]
            what += [file for file in sorted(set(a["files"]) | set(b["files"])) if a["files"].get(file) != b["files"].get(file)]
        if what:
            differing += 1
            print(f"{name}: {', '.join(what)}")
    print(f"{differing} of {len(set(before) | set(after))} commands differ")
    return 1 if differing else 0


if __name__ == "__main__":
    if len(sys.argv) in (4, 5) and sys.argv[1] == "record":
        sys.exit(record(*sys.argv[2:]))
    if len(sys.argv) == 4 and sys.argv[1] == "compare":
        sys.exit(compare(*sys.argv[2:]))
    sys.exit(__doc__)
