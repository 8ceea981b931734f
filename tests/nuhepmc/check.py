# SPDX-License-Identifier: BSL-1.0
"""Holds files against every rule of NuHepMC 1.0 (arXiv:2310.13211, github.com/NuHepMC/Spec) that they can break.

check.py FILE...           says which rules are broken where; status 1 if any is
check.py --prove FILE      breaks the file, which keeps all rules, in many ways: each must be found as the rule that it breaks
"""
import gzip
import math
import re
import sys

SPEED_OF_LIGHT = 29.9792458  # cm/ns
REMNANT = 2009900000
SYSTEM = 91         # hadrons as one particle, of status 23
NEUTRINOS = {12, 14, 16}
LEPTONS = {11, 13, 15}
CONVENTIONS = {
    "G.C.1", "G.C.2", "G.C.3", "G.C.4", "G.C.5", "G.S.1", "G.S.2", "G.S.3", "E.C.1", "E.C.2", "E.C.3", "E.C.4",
    "E.C.5", "E.S.1", "V.C.1", "P.C.1", "P.C.2"}


class Broken(Exception):
    """A file that is none of HepMC3: nothing else can be said of it."""


def unescaped(text):
    return re.sub(r"\\(.)", lambda m: "\n" if m.group(1) == "|" else m.group(1), text)


def numbers(words):
    values = [float(word) for word in words]
    if not all(math.isfinite(value) for value in values):
        raise Broken("E.R.1: a number is not finite")
    return values


class Particle:
    def __init__(self, words):
        if len(words) != 10:
            raise Broken("E.R.1: a particle has 10 words")
        self.id, self.parent, self.pdg = (int(word) for word in words[1:4])
        self.p = numbers(words[4:8])
        self.mass = numbers(words[8:9])[0]
        self.status = int(words[9])
        self.end = None


class Vertex:
    def __init__(self, words):
        self.id, self.status = int(words[1]), int(words[2])
        self.incoming = [int(word) for word in words[3].strip("[]").split(",")]
        self.outgoing = []
        self.place = numbers(words[5:9]) if len(words) == 9 and words[4] == "@" else None
        if len(words) not in (4, 9):
            raise Broken("E.R.1: a vertex has 4 words or 9")


class Event:
    def __init__(self, words):
        self.number, self.vertex_count, self.particle_count = (int(word) for word in words[1:4])
        self.units = None
        self.weights = None
        self.attributes = {}
        self.own = {}  # attributes of particles
        self.particles = {}
        self.vertices = {}

    def read(self, line):
        words = line.split()
        if words[0] == "U":
            self.units = words[1:]
        elif words[0] == "W":
            self.weights = numbers(words[1:])
        elif words[0] == "A":
            if words[1] == "0":
                self.attributes[words[2]] = words[3:]
            else:
                self.own[int(words[1]), words[2]] = words[3:]
        elif words[0] == "P":
            particle = Particle(words)
            if particle.id != len(self.particles) + 1:
                raise Broken("E.R.1: particles are numbered without gaps")
            self.particles[particle.id] = particle
            if particle.parent:
                if particle.parent not in self.vertices:
                    raise Broken("E.R.1: a particle comes out of a vertex that does not stand before it")
                self.vertices[particle.parent].outgoing.append(particle)
        elif words[0] == "V":
            vertex = Vertex(words)
            for number in vertex.incoming:
                if number not in self.particles or self.particles[number].end is not None:
                    raise Broken("E.R.1: a vertex takes a particle that is not there or taken")
                self.particles[number].end = vertex.id
            self.vertices[vertex.id] = vertex
        else:
            raise Broken("E.R.1: no line of an event begins with " + words[0])

    def charge_of_system(self, number):
        return int(self.own.get((number, "charge"), ["99"])[0])


class File:
    def __init__(self, text):
        lines = text.split("\n")
        if not lines[0].startswith("HepMC::Version 3.") or lines[1] != "HepMC::Asciiv3-START_EVENT_LISTING":
            raise Broken("G.R.1: no head of HepMC3")
        if lines[-3:] != ["HepMC::Asciiv3-END_EVENT_LISTING", "", ""]:
            raise Broken("E.R.1: no foot of HepMC3")
        self.lines = lines
        self.weights, self.tools, self.attributes, self.repeated, self.events = [], [], {}, [], []
        for line in lines[2:-3]:
            if line.startswith("E "):
                self.events.append(Event(line.split()))
            elif self.events:
                self.events[-1].read(line)
            elif line.startswith("W "):
                # as HepMC3 itself reads it: names end at white space
                self.weights += unescaped(line[2:]).split()
            elif line.startswith("T "):
                self.tools.append((line[2:].split("\\|") + ["", ""])[:3])
            elif line.startswith("A "):
                key, _, value = line[2:].partition(" ")
                if key in self.attributes:
                    self.repeated.append(key)
                self.attributes[key] = unescaped(value)
            else:
                raise Broken("G.R.1: no line of a head begins with " + line[:10])

    def get(self, key):
        return self.attributes.get("NuHepMC." + key, "")

    def whole(self, key):
        return [int(word) for word in self.get(key).split()]

    def follows(self, label):
        return label in self.get("Conventions").split()


def head_rules(f):
    if any(len(key) > 63 for key in f.attributes):
        yield "G.R.1", "a name of more than 63 letters, which HepMC3 3.1 has no room for"
    if any(len(line) >= 2**18 for line in f.lines):
        yield "G.R.1", "a line longer than HepMC3 3.1 reads"
    if f.repeated:
        yield "G.R.1", "written twice, so that readers lose one: " + ", ".join(f.repeated)
    if [f.get("Version." + part) for part in ("Major", "Minor", "Patch")] != ["1", "0", "0"]:
        yield "G.R.2", "the version is not 1.0.0"
    if not f.tools or not all(name and version for name, version, _ in f.tools):
        yield "G.R.3", "a tool has no name or no version"
    labels = f.get("Conventions").split()
    if not labels or set(labels) - CONVENTIONS:
        yield "G.R.4", "conventions are missing or none of the specification"
    if f.follows("G.C.2"):
        for name in ("", "Uncertainty"):
            value = f.get("FluxAveragedTotalCrossSection" + name)
            if not re.fullmatch(r"[-+0-9.eE]+", value) or not float(value) >= 0:
                yield "G.C.2", "no cross section in " + repr(value)
    elif not f.follows("E.C.4"):
        yield "G.R.5", "neither G.C.2 nor E.C.4"
    if f.get("Units.CrossSection.Unit") != "pb":
        yield "G.R.6", "the unit is not pb"
    if f.get("Units.CrossSection.TargetScale") != "PerAtom":
        yield "G.R.6", "the scale is not PerAtom"
    if f.weights[:1] != ["CV"] or len(set(f.weights)) != len(f.weights):
        yield "G.R.7", "names of weights: " + " ".join(f.weights)
    for rule, ids, info in (("G.R.8", "ProcessIDs", "ProcessInfo"), ("G.R.9", "VertexStatusIDs", "VertexStatusInfo"),
                            ("G.R.10", "ParticleStatusIDs", "ParticleStatusInfo")):
        listed = f.whole(ids)
        if not listed or len(set(listed)) != len(listed):
            yield rule, ids + " is empty or has one twice"
        for number in listed:
            for member in ("Name", "Description"):
                if not f.get("%s[%d].%s" % (info, number, member)):
                    yield rule, "%s[%d].%s is missing" % (info, number, member)
    for number in f.whole("AdditionalParticleNumbers"):
        if not f.get("AdditionalParticleNumber[%d].Name" % number):
            yield "G.R.11", "%d has no name" % number
        if f.follows("G.C.5") and not f.get("AdditionalParticleInfo[%d].Description" % number):
            yield "G.C.5", "%d has no description" % number
    if f.follows("G.C.3") and not any(re.fullmatch(r"NuHepMC\.Citations\.\w+(\[\d+\])?\.[A-Za-z0-9]+", key)
                                      for key in f.attributes):
        yield "G.C.3", "nothing is cited"
    if f.follows("G.S.1") and not f.get("Provenance.Seed"):
        yield "G.S.1", "the seed is missing"
    if f.follows("G.S.2") and not ({1, 21} <= set(f.whole("VertexStatusIDs")) and
                                   {1, 4, 20, 21} <= set(f.whole("ParticleStatusIDs"))):
        yield "G.S.2", "not all status codes are described"
    yield from target_rules(f)
    yield from beam_rules(f)


def target_rules(f):
    if not f.follows("G.S.3"):
        return
    entries = f.get("TargetMaterialRelativeAtomicAbundance").split()
    shares = [re.fullmatch(r"(100\d{6}0)\[([-+0-9.eE]+)\]", entry) for entry in entries]
    if not entries or not all(shares) or abs(sum(float(share.group(2)) for share in shares) - 1) > 1e-12:
        yield "G.S.3", "no abundances that add up to 1: " + " ".join(entries)
    elif not {e.number for e in f.events if target_of(e) not in {int(share.group(1)) for share in shares}} == set():
        yield "G.S.3", "an event is on a nucleus that is not listed"


def target_of(event):
    return next((p.pdg for p in event.particles.values() if p.status == 20), 0)


def beam_rules(f):
    if not f.follows("G.C.4"):
        return
    if not f.get("Beam.EnergyUnit") in ("GEV", "MEV"):
        yield "G.C.4", "Beam.EnergyUnit is missing"
    if not f.get("Beam.FluxUnit"):
        yield "G.C.4", "Beam.FluxUnit is missing"
    unit = 1 if f.get("Beam.EnergyUnit") == "GEV" else 1e-3
    for code in sorted({p.pdg for e in f.events for p in e.particles.values() if p.status == 4}):
        key = "Beam[%d]." % code
        energies = [p.p[3] * momentum_unit(e) for e in f.events for p in e.particles.values()
                    if p.status == 4 and p.pdg == code]
        if f.get(key + "Type") == "MonoEnergetic":
            fixed = float(f.get(key + "MonoEnergetic.Energy") or energies[0]) * unit
            if any(abs(energy / fixed - 1) > 1e-9 for energy in energies):
                yield "G.C.4", "neutrinos have other energies than %g GeV" % fixed
        elif f.get(key + "Type") == "Histogram":
            edges = [float(word) * unit for word in f.get(key + "Histogram.BinEdges").split()]
            content = [float(word) for word in f.get(key + "Histogram.BinContent").split()]
            if len(edges) != len(content) + 1 or sorted(edges) != edges or not content:
                yield "G.C.4", "the histogram has %d edges and %d bins" % (len(edges), len(content))
            elif any(not edges[0] <= energy <= edges[-1] for energy in energies):
                yield "G.C.4", "a neutrino is outside the histogram"
            if f.get(key + "Histogram.ContentIsPerWidth") not in ("0", "1"):
                yield "G.C.4", "ContentIsPerWidth is missing"
        else:
            yield "G.C.4", "Beam[%d].Type is missing" % code


def without_nuclei(f):
    """Written with --no-recoil: the one rule that such a file says it breaks is E.R.8."""
    return f.get("Provenance.no-recoil") == "yes"


def momentum_unit(event):
    return 1e-3 if event.units and event.units[0] == "MEV" else 1


def length_unit(event):
    return 0.1 if event.units and event.units[1] == "MM" else 1


def event_rules(f):
    seen = set()
    for e in f.events:
        if e.number < 0 or e.number >= 2**31 or e.number in seen:
            yield "E.R.2", "event number %d is negative, too large or there twice" % e.number
        seen.add(e.number)
        where = "event %d: " % e.number
        for rule, problem in one_event_rules(f, e):
            yield rule, where + problem


def one_event_rules(f, e):
    if e.weights is None or len(e.weights) != len(f.weights):
        yield "G.R.7", "%d weights for %d names" % (len(e.weights or []), len(f.weights))
    if (e.vertex_count, e.particle_count) != (len(e.vertices), len(e.particles)):
        yield "E.R.1", "its first line says another number of vertices or particles"
    process = e.attributes.get("signal_process_id", [])
    if len(process) != 1 or int(process[0]) not in f.whole("ProcessIDs"):
        yield "E.R.3", "its process is missing or not described"
    elif f.follows("E.C.1") and not 700 <= int(process[0]) < 900:
        yield "E.C.1", "process %s is not of the band of others" % process[0]
    if e.units is None or e.units[0] not in ("GEV", "MEV") or e.units[1] not in ("CM", "MM"):
        yield "E.R.4", "no units"
    place = e.attributes.get("lab_pos", [])
    if len(place) not in (3, 4):
        yield "E.R.5", "no position"
    elif f.follows("E.C.5") and len(place) != 4:
        yield "E.C.5", "no time"
    statuses = [v.status for v in e.vertices.values()]
    if statuses.count(1) != 1 or 0 in statuses:
        yield "E.R.6", "%d primary vertices" % statuses.count(1)
    codes = [p.status for p in e.particles.values()]
    if codes.count(4) != 1 or codes.count(20) != 1:
        yield "E.R.7", "%d beams and %d targets" % (codes.count(4), codes.count(20))
    if target_of(e) in (2212, 2112) or target_of(e) < 1000000000:
        yield "E.R.7", "the target is %d, which is no nucleus" % target_of(e)
    yield from vertex_rules(f, e, place)
    yield from particle_rules(f, e)


def vertex_rules(f, e, place):
    for v in e.vertices.values():
        if v.status not in (1, 2) and not 21 <= v.status <= 999:
            yield "V.R.1", "status %d of a vertex is reserved" % v.status
        if v.status >= 21 and v.status not in f.whole("VertexStatusIDs") and not f.follows("V.C.1"):
            yield "G.R.9", "status %d of a vertex is not described" % v.status
        if v.status == 21 and ([e.particles[i].status for i in v.incoming] != [20] or
                               sorted(p.status for p in v.outgoing) not in ([1, 21], [21] if without_nuclei(f) else [])):
            yield "V.C.1", "a nucleon is not separated from the target"
        if not v.outgoing:
            yield "E.R.1", "nothing comes out of a vertex"
        left = [sum(e.particles[i].p[k] for i in v.incoming) - sum(p.p[k] for p in v.outgoing) for k in range(4)]
        total = sum(e.particles[i].p[3] for i in v.incoming)
        if not without_nuclei(f) and max(abs(one) for one in left) > 1e-10 * total:
            yield "E.R.1", "momentum is not conserved: " + str(left)
        if v.place is not None and len(place) == 4:
            x = [float(word) for word in place]
            time = x[3] * 1e9 * SPEED_OF_LIGHT / length_unit(e)
            if v.place[:3] != x[:3] or abs(v.place[3] - time) > 1e-9 * abs(time):
                yield "E.R.5", "a vertex is elsewhere than lab_pos"
        elif any(float(word) != 0 for word in place):
            yield "E.R.5", "a vertex has no position, and the event has one"


def charge(pdg):
    if abs(pdg) > 1000000000:
        return pdg // 10000 % 1000
    return {11: -1, 13: -1, 15: -1, 2212: 1}.get(abs(pdg), 0) * (-1 if pdg < 0 else 1)


def particle_rules(f, e):
    for p in e.particles.values():
        if p.status not in (1, 2, 3, 4, 20) and not 21 <= p.status <= 200:
            yield "P.R.1", "status %d of a particle is reserved" % p.status
        if p.status >= 21 and p.status not in f.whole("ParticleStatusIDs") and \
                not (p.status == 21 and f.follows("P.C.1")):
            yield "G.R.10", "status %d of a particle is not described" % p.status
        if (p.parent == 0) != (p.status in (4, 20)) or (p.end is None) != (p.status in (1, 23)):
            yield "P.R.1", "particle %d of status %d does not come from or go where it must" % (p.id, p.status)
        if (p.status == 23) != (p.pdg == SYSTEM):
            yield "P.R.1", "particle %d is a system of hadrons, or has its status" % p.id
        if p.status == 21 and p.pdg not in (2212, 2112):
            yield "P.C.1", "%d is struck, and no nucleon" % p.pdg
        standard = abs(p.pdg) in NEUTRINOS | LEPTONS or p.pdg in (2212, 2112) or \
            re.fullmatch(r"100\d{7}", str(p.pdg)) is not None
        if not standard and p.pdg not in f.whole("AdditionalParticleNumbers"):
            yield "G.R.11", "%d is no particle that anybody knows" % p.pdg
        if p.pdg == REMNANT and not f.follows("P.C.2"):
            yield "P.C.2", "a remnant, and the convention is not named"
        shell = p.p[3]**2 - sum(k * k for k in p.p[:3]) - p.mass**2
        if p.p[3] <= 0 or abs(shell) > 1e-9 * p.p[3]**2:
            yield "E.R.1", "particle %d is off its mass shell" % p.id
        if p.status == 20 and any(p.p[:3]):
            yield "E.R.9", "the target moves in the laboratory"
    out = [p.pdg for p in e.particles.values() if p.status in (1, 23) and p.pdg != REMNANT]
    kinds = [sum(abs(code) in NEUTRINOS for code in out), sum(code in LEPTONS for code in out),
             sum(-code in LEPTONS for code in out), sum(abs(code) > 2000 or code == SYSTEM for code in out)]
    if kinds[:3] != [1, 1, 1] or not (0 if without_nuclei(f) else 1) <= kinds[3] <= 1:
        yield "E.R.8", "what comes out is not a neutrino, a pair and what recoils: " + str(out)
    primary = [v for v in e.vertices.values() if v.status == 1]
    if not without_nuclei(f) and len(primary) == 1 and \
            sum(charge(e.particles[i].pdg) for i in primary[0].incoming) != \
            sum(e.charge_of_system(p.id) if p.pdg == SYSTEM else charge(p.pdg) for p in primary[0].outgoing):
        yield "E.R.8", "charge is not conserved"
    for p in e.particles.values():
        if p.pdg == SYSTEM and e.own.get((p.id, "baryon_number")) != ["1"]:
            yield "G.R.11", "system %d has no baryon number" % p.id
        if p.pdg == SYSTEM and abs(float(e.own.get((p.id, "M_X"), ["0"])[0]) - p.mass) > 1e-12 * p.mass:
            yield "G.R.11", "system %d has no M_X, or one that is not its mass" % p.id


def violations(text):
    try:
        f = File(text)
        return list(head_rules(f)) + list(event_rules(f))
    except Broken as problem:
        rule, _, what = str(problem).partition(": ")
        return [(rule, what)]
    except (ValueError, IndexError) as problem:
        return [("E.R.1", "cannot be read: " + str(problem))]


# What breaks each rule: a pattern of the file and what stands for it then.
MUTATIONS = [
    ("G.R.1", r"\AHepMC::Version 3", "HepMC::Version 2"),
    ("G.R.1", r"A NuHepMC.Version.Major 1\n", r"\g<0>\g<0>"),
    ("G.R.1", r"\nA ", "\nA " + 64 * "x" + " 1\nA "),
    ("G.R.1", r"\nA ", "\nA x " + 2**18 * "x" + "\nA "),
    ("G.R.2", r"Version.Major 1", "Version.Major 0"),
    ("G.R.2", r"A NuHepMC.Version.Patch 0\n", ""),
    ("G.R.3", r"T trident\\\|[^\\]+", r"T trident\\|"),
    ("G.R.3", r"T trident[^\n]*\n", ""),
    ("G.R.4", r"A NuHepMC.Conventions[^\n]*\n", ""),
    ("G.R.4", r"G.C.2 ", "G.C.9 "),
    ("G.R.5", r"G.C.2 ", ""),
    ("G.C.2", r"A NuHepMC.FluxAveragedTotalCrossSection [^\n]*\n", ""),
    ("G.C.2", r"(FluxAveragedTotalCrossSection) ", r"\1 nan"),
    ("G.R.6", r"Unit pb", "Unit cm2"),
    ("G.R.6", r"TargetScale PerAtom", "TargetScale PerNucleon"),
    ("G.R.7", r"\nW CV", r"\nW XX"),
    ("G.R.7", r"\nW CV", r"\nW CV\\|a b"),
    ("G.R.7", r"\nW CV", r"\nW CV\\|CV"),
    ("G.R.7", r"(\nU [^\n]*\n)W [^\n]*\n", r"\1"),
    ("G.R.7", r"(\nU [^\n]*\nW [^\n]*)", r"\1 1"),
    ("G.R.8", r"A NuHepMC.ProcessIDs[^\n]*\n", ""),
    ("G.R.8", r"A NuHepMC.ProcessInfo\[\d+\].Name[^\n]*\n", ""),
    ("G.R.9", r"A NuHepMC.VertexStatusIDs[^\n]*\n", ""),
    ("G.R.9", r"A NuHepMC.VertexStatusInfo\[21\].Description[^\n]*\n", ""),
    ("G.R.9", r"((?:.|\n)*)", lambda m: m.group(1).replace(" V.C.1", "").replace("VertexStatusIDs 1 21", "VertexStatusIDs 1")),
    ("G.R.10", r"((?:.|\n)*)", lambda m: m.group(1).replace(" P.C.1", "").replace("StatusIDs 1 4 20 21", "StatusIDs 1 4 20")),
    ("G.R.10", r"A NuHepMC.ParticleStatusIDs[^\n]*\n", ""),
    ("G.R.10", r"A NuHepMC.ParticleStatusInfo\[20\].Name[^\n]*\n", ""),
    ("G.R.11", r"A NuHepMC.AdditionalParticleNumbers[^\n]*\n", ""),
    ("G.R.11", r"A NuHepMC.AdditionalParticleNumber\[\d+\].Name[^\n]*\n", ""),
    ("G.C.3", r"A NuHepMC.Citations[^\n]*\n", ""),
    ("G.C.4", r"A NuHepMC.Beam.FluxUnit[^\n]*\n", ""),
    ("G.C.4", r"A NuHepMC.Beam.EnergyUnit[^\n]*\n", ""),
    ("G.C.4", r"A NuHepMC.Beam\[14\].Type[^\n]*\n", ""),
    ("G.C.4", r"(BinEdges) \S+", r"\1"),
    ("G.C.4", r"A NuHepMC.Beam\[14\].Histogram.ContentIsPerWidth[^\n]*\n", ""),
    ("G.C.5", r"A NuHepMC.AdditionalParticleInfo\[\d+\].Description[^\n]*\n", ""),
    ("G.S.1", r"A NuHepMC.Provenance.Seed[^\n]*\n", ""),
    ("G.S.2", r"ParticleStatusIDs 1 4 20 21", "ParticleStatusIDs 1 4 20"),
    ("G.S.3", r"A NuHepMC.TargetMaterialRelativeAtomicAbundance[^\n]*\n", ""),
    ("G.S.3", r"(TargetMaterialRelativeAtomicAbundance \d+\[)", r"\g<1>1"),
    ("G.S.3", r"(TargetMaterialRelativeAtomicAbundance) 1000", r"\g<1> 1009"),
    ("E.R.1", r"HepMC::Asciiv3-END_EVENT_LISTING\n", ""),
    ("E.R.1", r"(\nE \d+) 2 8", r"\1 2 9"),
    ("E.R.1", r"(\nP 5 -)2", r"\g<1>7"),
    ("E.R.1", r"(\nV -2 1 \[)1,3", r"\g<1>1,9"),
    ("E.R.1", r"(\nP 5 -2 14 )\S+", r"\g<1>0.5"),
    ("E.R.1", r"(\nP 5 -2 14 )\S+", r"\g<1>nan"),
    ("E.R.2", r"\nE 1 ", "\nE 0 "),
    ("E.R.2", r"\nE 1 ", "\nE -1 "),
    ("E.R.2", r"\nE 1 ", "\nE 4000000000 "),
    ("E.R.3", r"\nA 0 signal_process_id \d+", ""),
    ("E.R.3", r"(signal_process_id) \d+", r"\1 799"),
    ("E.R.4", r"\nU [^\n]*", ""),
    ("E.R.4", r"\nU \S+", "\nU TEV"),
    ("E.R.5", r"\nA 0 lab_pos[^\n]*", ""),
    ("E.R.5", r"(lab_pos) \S+", r"\1 12345"),
    ("E.R.5", r" @ [^\n]*", ""),
    ("E.C.5", r"(lab_pos \S+ \S+ \S+) \S+", r"\1"),
    ("E.R.6", r"(\nV -2) 1", r"\1 2"),
    ("E.R.6", r"(\nV -1) 21", r"\1 1"),
    ("E.R.6", r"(\nV -1) 21", r"\1 0"),
    ("E.R.7", r"(\nP 1 [^\n]*) 4\n", r"\1 20\n"),
    ("E.R.7", r"(\nP 2 0) \d+", r"\1 2212"),
    ("E.R.8", r"(\nP 6 -2) 13", r"\1 -13"),
    ("E.R.8", r"(\nP 8 -2) \d+", r"\1 11"),
    ("E.R.9", r"(\nP 2 0 \d+) \S+", r"\1 0.0001"),
    ("E.C.1", r"((?:.|\n)*)", lambda m: re.sub(r"\b[78]6(\d)\b", r"26\1", m.group(1))),
    ("V.R.1", r"(\nV -1) 21", r"\1 5"),
    ("V.C.1", r"(\nP 4 -1 2009900000 [^\n]*) 1\n", r"\1 3\n"),
    ("P.R.1", r"(\nP 5 -2 [^\n]*) 1\n", r"\1 12\n"),
    ("P.R.1", r"(\nP 5 -2 [^\n]*) 1\n", r"\1 2\n"),
    ("P.C.1", r"(\nP 3 -1) \d+", r"\1 13"),
    ("P.C.2", r" P.C.2", ""),
]


# The same of a file whose first event has a system of hadrons.
MUTATIONS_OF_HADRONS = [
    ("E.R.8", r"(\nA 8 charge) (\d)", lambda m: m.group(1) + " " + str(1 - int(m.group(2)))),
    ("G.R.11", r"\nA 8 baryon_number 1", ""),
    ("G.R.11", r"(\nA 8 M_X) \S+", r"\1 7"),
    ("G.R.11", r"(AdditionalParticleNumbers 2009900000) 91", r"\1"),
    ("G.R.10", r"((?:.|\n)*)", lambda m: m.group(1).replace("StatusIDs 1 4 20 21 23", "StatusIDs 1 4 20 21")),
    ("P.R.1", r"(\nP 8 -2 91 [^\n]*) 23\n", r"\1 1\n"),
    ("E.R.8", r"(\nP 8 -2) 91", r"\1 11"),
]


def prove(name, text):
    failed = 0
    mutations = MUTATIONS + (MUTATIONS_OF_HADRONS if re.search(r"\nP 8 -2 91 ", text) else [])
    for rule, pattern, by in mutations:
        changed, count = re.subn(pattern, by, text, count=1)
        found = [one for one, _ in violations(changed)] if count else []
        if count == 0 or changed == text or rule not in found:
            print("%s: breaking %s by %r is found as %s" % (name, rule, pattern, found or "nothing"))
            failed += 1
    print("%d of %d mutations are found as the rule that they break" % (len(mutations) - failed, len(mutations)))
    return failed


def main(arguments):
    proving = arguments[:1] == ["--prove"]
    failed = 0
    for name in arguments[1 if proving else 0:]:
        with (gzip.open if name.endswith(".gz") else open)(name, "rt", newline="") as file:
            text = file.read()
        broken = violations(text)
        for rule, problem in broken[:10]:
            print("%s: %s: %s" % (name, rule, problem))
        failed += len(broken)
        if proving:
            failed += prove(name, text)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
