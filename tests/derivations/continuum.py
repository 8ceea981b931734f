#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Checks the cross section of targets that take up any energy: sections 4 and 7 of docs/physics.md.

Pure Python. Random lepton tensors are contracted with the hadronic tensor of W1 and W2; the integrals over the energy
transfer are compared with their moments, and the limits with the elastic target and with the photon density of a nucleon.
"""
import itertools
import math
import random
import sys

from amplitude import Record

METRIC = (1, -1, -1, -1)


def dot(a, b):
    return sum(g * x * y for g, x, y in zip(METRIC, a, b))


def combined(*terms):
    """Sum of factor * vector."""
    return [sum(factor * vector[i] for factor, vector in terms) for i in range(4)]


def orthogonal(a, b, c):
    """Unit vector orthogonal to three, by the totally antisymmetric tensor."""
    lowered = [[g * x for g, x in zip(METRIC, vector)] for vector in (a, b, c)]
    result = [0.0] * 4
    for indices in itertools.permutations(range(4)):
        sign = 1
        for i in range(4):
            for j in range(i + 1, 4):
                sign *= -1 if indices[i] > indices[j] else 1
        result[indices[0]] += sign * lowered[0][indices[1]] * lowered[1][indices[2]] * lowered[2][indices[3]]
    length = math.sqrt(-dot(result, result))
    return [x / length for x in result]


class Kinematics:
    """A neutrino k, a photon q = P - P' and a target at rest that takes up the energy nu."""

    def __init__(self, source):
        self.mass, self.energy = source.uniform(0.5, 2), source.uniform(1, 20)
        self.q2 = math.exp(source.uniform(-6, 2))
        self.x = self.q2_bound() * source.uniform(0.05, 0.95)  # k.q/E
        self.nu_max = (self.q2 / self.x - self.x) / 2
        self.nu = self.nu_max * source.uniform(0.02, 0.98)
        self.k_dot_q = self.x * self.energy
        along = -self.nu - self.x
        across = math.sqrt(max(self.nu ** 2 + self.q2 - along ** 2, 0))
        azimuth = source.uniform(0, 2 * math.pi)
        self.k = [self.energy, 0, 0, self.energy]
        self.q = [-self.nu, across * math.cos(azimuth), across * math.sin(azimuth), along]
        self.target = [self.mass, 0, 0, 0]
        self.ratio = self.q2 / self.x ** 2 - 2 * self.nu / self.x  # R

    def q2_bound(self):
        """Largest k.q/E, where nothing is left of nu."""
        return math.sqrt(self.q2)


def check_contraction(record, source):
    """[PHYS:target.continuum_recoil], [PHYS:kernel.continuum]: the braces, from tensors and all azimuths of the target."""
    here = Kinematics(source)
    k, q, p = here.k, here.q, here.target
    record.compare("q^2 and k.q", dot(q, q), -here.q2, here.q2 + here.nu ** 2)
    # conserved currents: any vector less its part along q
    currents = []
    for _ in range(3):
        any_vector = [complex(source.gauss(0, 1), source.gauss(0, 1)) for _ in range(4)]
        currents.append(combined((1, any_vector), (-dot(any_vector, q) / dot(q, q), q)))

    def contracted(real):
        return sum(abs(dot(real, one)) ** 2 for one in currents)

    trace = -sum((dot(one, [z.conjugate() for z in one])).real for one in currents)  # -g_{mu nu} L^{mu nu}
    scalar = contracted(k) * here.q2 / here.k_dot_q ** 2
    transverse = (trace + scalar) / 2
    # P = a k + b q + P_perp
    b = dot(p, k) / here.k_dot_q
    a = (dot(p, q) - b * dot(q, q)) / here.k_dot_q
    perp = combined((1, p), (-a, k), (-b, q))
    length_squared = -dot(perp, perp)
    record.compare("R - 1", length_squared, here.mass ** 2 * (here.ratio - 1), here.mass ** 2 * max(here.ratio, 1))
    record.compare("R - 1 from what is left of nu", here.ratio - 1, 2 * (here.nu_max - here.nu) / here.x,
                   max(here.ratio, 1))
    first = [x / math.sqrt(length_squared) for x in perp]
    second = orthogonal(k, q, first)
    w1, w2 = source.random(), source.random()
    azimuths, average = 8, 0
    for i in range(azimuths):
        angle = 2 * math.pi * i / azimuths
        turned = combined((a, k), (b, q), (math.sqrt(length_squared) * math.cos(angle), first),
                          (math.sqrt(length_squared) * math.sin(angle), second))
        # P^ = P - q (P.q)/q^2, of which q drops out
        average += (w1 * trace + w2 * contracted(turned) / here.mass ** 2) / azimuths
    braces = (w2 * (transverse * (here.ratio - 1) + scalar * (here.ratio + here.nu ** 2 / here.q2)) +
              w1 * (2 * transverse - scalar))
    scale = (w1 + w2 * max(here.ratio, 1)) * (abs(transverse) + scalar)
    record.compare("braces from the hadronic tensor", average, braces, scale)


def gauss(n):
    """Nodes in (0, 1) and weights of Gauss-Legendre quadrature."""
    rule = []
    for i in range(n):
        x = math.cos(math.pi * (i + 0.75) / (n + 0.5))
        for _ in range(60):
            before, here = 1.0, x
            for k in range(2, n + 1):
                before, here = here, ((2 * k - 1) * x * here - (k - 1) * before) / k
            slope = n * (x * here - before) / (x * x - 1)
            x -= here / slope
        rule.append(((1 - x) / 2, 1 / ((1 - x * x) * slope * slope)))
    return rule


RULE = gauss(24)


def kernel(x, q2, transverse, scalar, moments):
    """[PHYS:kernel.continuum]"""
    k0, k1, k2, j = moments
    c = (q2 / x + x) / 2
    return transverse * 2 / x * k1 + scalar * (c * c * k0 + 2 * c * k1 + k2) / q2 + (2 * transverse - scalar) * j


def moments_of(w1, w2, low, high, end):
    """Of functions of nu between low and high, with nu_max = end."""
    sums = [0.0] * 4
    for t, weight in RULE:
        nu = low + (high - low) * t
        left = end - nu
        for i, value in enumerate((w2(nu), w2(nu) * left, w2(nu) * left ** 2, w1(nu))):
            sums[i] += (high - low) * weight * value
    return sums


def check_moments(record, source):
    """The braces integrated over nu against the moments, and moments when nu_max grows [PHYS:target.raised_moments]."""
    here = Kinematics(source)
    transverse, scalar = source.random(), source.random()
    slope_1, slope_2 = source.random(), source.random()

    def w1(nu):
        return 1 + slope_1 * nu / here.nu_max

    def w2(nu):
        return 1 + slope_2 * (nu / here.nu_max) ** 2

    total = 0
    for t, weight in RULE:
        nu = here.nu_max * t
        ratio = here.q2 / here.x ** 2 - 2 * nu / here.x
        total += here.nu_max * weight * (
            w2(nu) * (transverse * (ratio - 1) + scalar * (ratio + nu ** 2 / here.q2)) +
            w1(nu) * (2 * transverse - scalar))
    moments = moments_of(w1, w2, 0, here.nu_max, here.nu_max)
    record.compare("moments of what is left of nu", total,
                   kernel(here.x, here.q2, transverse, scalar, moments), abs(total))
    step = source.random()
    k0, k1, k2, _ = moments
    raised = (k0, k1 + step * k0, k2 + 2 * step * k1 + step ** 2 * k0)
    for one, other in zip(raised, moments_of(w1, w2, 0, here.nu_max, here.nu_max + step)):
        record.compare("moments when nu_max grows", one, other, other)
    end = here.q2 / (here.nu + math.sqrt(here.nu ** 2 + here.q2))
    record.compare("x at which nothing is left", (here.q2 / end - end) / 2, here.nu, here.nu + end)


def check_elastic_limit(record, source):
    """A narrow continuum at nu = Q2/2M is the elastic target of [PHYS:kernel.integrand], linearly in its width."""
    here = Kinematics(source)
    elastic, mass = here.nu, here.q2 / (2 * here.nu)
    transverse, scalar, w_e, w_m = (source.random() for _ in range(4))
    tau = here.q2 / (4 * mass ** 2)
    ratio = here.q2 * here.energy * (here.energy - here.k_dot_q / mass) / here.k_dot_q ** 2  # [PHYS:target.recoil]
    wanted = w_e * (transverse * (ratio - 1) + scalar * (ratio + tau)) + w_m * (2 * transverse - scalar)
    scale = abs(w_e) * max(ratio, 1) + abs(w_m)
    deviations = []
    for width in (1e-3, 1e-4):
        span = width * (here.nu_max - elastic)
        moments = moments_of(lambda nu: w_m / span, lambda nu: w_e / span, elastic, elastic + span, here.nu_max)
        deviations.append(kernel(here.x, here.q2, transverse, scalar, moments) - wanted)
    record.compare("narrow continuum", deviations[1], 0, scale)
    record.compare("linear in the width", deviations[0], 10 * deviations[1], scale)


def check_photon_density(record, source):
    """The coefficient of L_T is the integrand of the photon density of a nucleon (arXiv:1607.04266)."""
    mass, nu, q2 = source.uniform(0.5, 2), source.uniform(0.1, 10), math.exp(source.uniform(-4, 3))
    f1, f2 = source.random(), source.random()
    w1, w2 = f1 / mass, f2 / nu
    bjorken = q2 / (2 * mass * nu)
    x = source.uniform(0.01, 1) * bjorken  # k.q/(M E)
    z = x / bjorken
    longitudinal = (1 + 4 * mass ** 2 * bjorken ** 2 / q2) * f2 - 2 * bjorken * f1
    recoil = q2 / (x * mass) ** 2 - 2 * nu / (x * mass) - 1  # R - 1
    ours = mass * x * z * (w2 * recoil + 2 * w1)
    theirs = (2 - 2 * z + z ** 2 + 2 * x ** 2 * mass ** 2 / q2) * f2 - z ** 2 * longitudinal
    record.compare("photon density of a nucleon", ours, theirs, abs(f1) + abs(f2) + abs(longitudinal))


def check_averages(record, source):
    """[PHYS:kernel.averages]: L/E over a bin is an integral over s."""
    x, q2 = source.uniform(0.01, 1), source.uniform(0.01, 1)
    low = source.uniform(2, 4) * q2 / x
    high = low * source.uniform(1, 3)
    power = source.uniform(1, 3)

    def structure(s):
        return s ** power / (1 + s)

    over_energy = over_s = 0
    start, end = 2 * x * low - q2, 2 * x * high - q2
    for t, weight in RULE:
        energy, s = low + (high - low) * t, start + (end - start) * t
        over_energy += (high - low) * weight * structure(2 * x * energy - q2) / energy
        over_s += (end - start) * weight * structure(s) / (s + q2)
    record.compare("average over a bin", over_energy, over_s, over_s)


def check_series(record, source):
    """[PHYS:target.cumulative_series]: the integral of a Legendre polynomial of 2 t - 1 up to t."""
    def legendre(n, x):
        before, here = 0.0, 1.0
        for k in range(n):
            before, here = here, ((2 * k + 1) * x * here - k * before) / (k + 1)
        return here

    t = source.random()
    for k in range(1, 12):
        direct = sum(t * weight * legendre(k, 2 * t * node - 1) for node, weight in RULE)
        closed = (legendre(k + 1, 2 * t - 1) - legendre(k - 1, 2 * t - 1)) / (2 * (2 * k + 1))
        record.compare("integrals of Legendre polynomials", direct, closed, 1)


def check_distribution(record, source):
    """[PHYS:distribution.hadrons]: curves and slopes of W, x and |q|."""
    mass, nu, q2 = source.uniform(0.5, 2), source.uniform(0.5, 5), source.uniform(0.1, 2)
    step = 1e-5
    curves = {
        "W": (math.sqrt(mass ** 2 + 2 * mass * nu - q2) if mass ** 2 + 2 * mass * nu > q2 else None,
              lambda w: (w * w - mass * mass + q2) / (2 * mass), lambda w: w / mass),
        "x": (q2 / (2 * mass * nu), lambda x: q2 / (2 * mass * x), lambda x: q2 / (2 * mass * x * x)),
        "|q|": (math.sqrt(nu ** 2 + q2), lambda q: math.sqrt(q * q - q2), lambda q: q / nu)}
    for value, curve, slope in curves.values():
        if value is None:
            continue
        record.compare("curves of the hadrons", curve(value), nu, nu)
        change = (curve(value * (1 + step)) - curve(value * (1 - step))) / (2 * step * value)
        record.compare("their slopes", abs(change), slope(value), slope(value))


def main():
    record, source = Record(), random.Random(16)
    for _ in range(400):
        for check in (check_contraction, check_moments, check_elastic_limit, check_photon_density, check_averages,
                      check_series, check_distribution):
            check(record, source)
    return record.report({
        "q^2 and k.q": 1e-12, "R - 1": 1e-9, "R - 1 from what is left of nu": 1e-10,
        "braces from the hadronic tensor": 1e-9, "moments of what is left of nu": 1e-11,
        "moments when nu_max grows": 1e-12, "x at which nothing is left": 1e-12, "narrow continuum": 1e-3,
        "linear in the width": 1e-4, "photon density of a nucleon": 1e-11, "average over a bin": 1e-10,
        "integrals of Legendre polynomials": 1e-12, "curves of the hadrons": 1e-12, "their slopes": 1e-7})


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
