#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Checks the kinematics of docs/physics.md: limits, the map of include/trident/kinematics and its Jacobian.

Pure Python. Every factor of the Jacobian is compared with finite differences or with an independent form of phase space;
prints the largest deviation of each step and fails where one exceeds its limit.
"""
import math
import random
import sys

from amplitude import Record, closed, squares
from lepton_state import MASSES, Leptons, dot, random_points


def determinant(a):
    a = [row[:] for row in a]
    result = 1.0
    for i in range(len(a)):
        pivot = max(range(i, len(a)), key=lambda r: abs(a[r][i]))
        if pivot != i:
            a[i], a[pivot] = a[pivot], a[i]
            result = -result
        result *= a[i][i]
        for r in range(i + 1, len(a)):
            factor = a[r][i] / a[i][i]
            a[r] = [x - factor * y for x, y in zip(a[r], a[i])]
    return result


def jacobian(function, at, steps):
    """|d function/d at| by central differences of fourth order."""
    columns = []
    for i, step in enumerate(steps):
        def moved(factor):
            return function([x + factor * step * (j == i) for j, x in enumerate(at)])
        far, near = zip(moved(2), moved(-2)), zip(moved(1), moved(-1))
        columns.append([(8 * (a - b) - (c - d)) / (12 * step) for (c, d), (a, b) in zip(far, near)])
    return abs(determinant([list(row) for row in zip(*columns)]))


def pair_momentum(pair_squared, minus, plus):
    return math.sqrt((pair_squared - (minus + plus) ** 2) * (pair_squared - (minus - plus) ** 2)) / (
        2 * math.sqrt(pair_squared))


def check_three_body(record, point):
    """[PHYS:phase_space.recursion] against dPhi_3 = prod d^3p/((2 pi)^3 2E) (2 pi)^4 delta^4, in light-cone variables."""
    at = [point.s, point.pair_squared, point.transfer]
    cosine, azimuth = angles(point)

    def light_cone(v):
        p = Leptons(point.m_minus, point.m_plus, v[0], point.q2, *v[1:])
        return [p.nu[1], p.nu[2].real, p.minus[1], p.minus[2].real, p.minus[2].imag]

    room = point.s - (point.m_minus + point.m_plus) ** 2
    steps = [1e-4 * min(room, point.s - point.pair_squared),
             1e-3 * min(point.pair_squared - (point.m_minus + point.m_plus) ** 2, point.s - point.pair_squared),
             1e-3 * min(point.transfer, largest_transfer(point) - point.transfer), 1e-3 * (1 - abs(cosine)), 1e-3]
    change = jacobian(light_cone, at + [cosine, azimuth], steps)
    # per nu', l-, l+: d^3p/(2E (2 pi)^3) = dx d^2kappa/(2 x (2 pi)^3); delta^4 = 2 delta(P+) delta(x) delta^2(kappa)
    fractions = point.nu[1] * point.minus[1] * point.plus[1]
    light = 2 * (2 * math.pi) ** 4 / (8 * fractions * (2 * math.pi) ** 9) * 2 * math.pi * point.nu[2].real * change
    mass = math.sqrt(point.pair_squared)
    of_pair = 2 * pair_momentum(point.pair_squared, point.m_minus, point.m_plus) / mass
    recursive = 1 / (2 * math.pi) / (8 * math.pi * (point.s + point.q2)) * of_pair / (8 * math.pi) / 2 / (2 * math.pi)
    record.compare("dPhi_3 = dM2 dT dcos dphi", light, recursive, recursive)


def largest_transfer(point):
    return (point.s + point.q2) * (point.s - point.pair_squared) / point.s


def frame(point):
    """Numbers of the rest frame of the pair as the code has them."""
    mass = math.sqrt(point.pair_squared)
    q0 = (point.pair_squared - point.q2 + point.transfer) / (2 * mass)
    q = math.sqrt(q0 * q0 + point.q2)
    p = pair_momentum(point.pair_squared, point.m_minus, point.m_plus)
    return mass, q0, q, p


def angles(point):
    """cos theta from D-, and phi from the components of the code, [PHYS:pair.denominators] and [PHYS:leptons.transverse]."""
    mass, q0, q, p = frame(point)
    energy = math.sqrt(p * p + point.m_minus**2)
    cosine = (point.q2 + 2 * q0 * energy - point.d_minus) / (2 * q * p)
    k_x = point.k_dot_q * point.nu[2].real / mass / q
    k_tilde = math.sqrt(point.k_dot_q**2 + point.q2 * k_x**2)
    p_tilde = (point.q2 * (2 * energy - q0) + q0 * point.d_minus) / q / 2
    x = (point.minus[2].real * point.k_dot_q + k_x * p_tilde) / k_tilde
    return cosine, math.atan2(point.minus[2].imag, x)


def check_state(record, point, drawn):
    """The closed forms of make_lepton_state against explicit boosts and rotations."""
    cosine, azimuth = angles(point)
    record.compare("cos theta and phi", cosine, drawn[0], 1)
    record.compare("cos theta and phi", math.cos(azimuth - drawn[1]), 1, 1)
    mass, q0, q, p = frame(point)
    s, transfer = point.s, point.transfer
    left = largest_transfer(point) - transfer
    total = point.q2 + point.pair_squared + transfer
    record.compare("D- + D+ = Q2 + M2 + T", point.d_minus + point.d_plus, total, total)
    kappa_squared = point.nu[1] * s * left / (2 * point.k_dot_q)
    record.compare("kappa of nu'", kappa_squared, abs(point.nu[2]) ** 2, abs(point.nu[2]) ** 2)
    k0 = point.k_dot_q * mass / s + left / (2 * mass)
    k_x = point.k_dot_q * point.nu[2].real / mass / q
    k_z = (k0 * q0 - point.k_dot_q) / q
    record.compare("k in the pair's frame", k_x * k_x + k_z * k_z, k0 * k0, k0 * k0)
    sine = math.sqrt(1 - cosine * cosine)
    direction = (sine * math.cos(azimuth), sine * math.sin(azimuth), cosine)
    for own, lepton, sign in ((point.m_minus, point.minus, 1), (point.m_plus, point.plus, -1)):
        energy = math.sqrt(p * p + own * own)
        apart = sum((n - sign * k / k0) ** 2 for n, k in zip(direction, (k_x, 0, k_z)))
        fraction = k0 / point.k_dot_q * (own * own / (energy + p) + p * apart / 2)
        record.compare("fractions x", fraction, lepton[1], lepton[1])
        d = point.q2 + 2 * dot(point.q, lepton)
        p_tilde = (point.q2 * (2 * energy - q0) + q0 * d) / q / 2
        k_tilde = math.sqrt(point.k_dot_q**2 + point.q2 * k_x**2)
        kappa = complex((sign * p * direction[0] * k_tilde - k_x * p_tilde) / point.k_dot_q, sign * p * direction[1])
        record.compare("transverse momenta", kappa, lepton[2], abs(lepton[2]) + abs(point.nu[2]))
        shell = (own * own + abs(lepton[2]) ** 2) / lepton[1]
        record.compare("D from x and kappa", point.q2 * (1 - lepton[1]) + shell, d, d)
    # minima of D without cancellation
    energies = [math.sqrt(p * p + m * m) for m in (point.m_minus, point.m_plus)]
    shares = [e / mass for e in energies]
    other = point.pair_squared + transfer
    largest = [shares[1] * point.q2 + shares[0] * other + 2 * q * p, shares[0] * point.q2 + shares[1] * other + 2 * q * p]
    squares_of = [point.m_minus**2, point.m_plus**2]
    excess = point.pair_squared - (point.m_minus + point.m_plus) ** 2
    between = point.q2 * (2 * (shares[0] * squares_of[1] + shares[1] * squares_of[0])
                          + transfer * (excess + 2 * point.m_minus * point.m_plus) / point.pair_squared)
    for i in (0, 1):
        product = (squares_of[i] * other**2 / point.pair_squared + squares_of[1 - i] * point.q2**2 / point.pair_squared
                   + between)
        plain = point.q2 + 2 * q0 * energies[i] - 2 * q * p
        record.compare("smallest D", product / largest[i], plain, largest[i])
        record.compare("largest D", largest[i], point.q2 + 2 * q0 * energies[i] + 2 * q * p, largest[i])


def minimum_q2(energy, k_dot_q, mass):
    return k_dot_q**2 / (energy * (energy - k_dot_q / mass))


def k_dot_q_range(energy, threshold, mass):
    b = 2 * energy - threshold / mass
    root = math.sqrt((b - 2 * math.sqrt(threshold)) * (b + 2 * math.sqrt(threshold)))
    total = 2 * energy + threshold / mass + root
    return 2 * threshold * energy / total, energy * total / (2 * (1 + 2 * energy / mass))


def check_limits(record, source):
    minus, plus = source.choice(MASSES)
    pair, mass = minus + plus, source.choice((0.938, 11.2, 37.2))
    lowest = pair + pair * pair / (2 * mass)
    energy = lowest * (1 + math.exp(source.uniform(-6, 6)))
    total = mass * mass + 2 * mass * lowest
    record.compare("threshold energy", total, (mass + pair) ** 2, total)
    for k_dot_q in k_dot_q_range(energy, pair * pair, mass):
        record.compare("ends of k.q", minimum_q2(energy, k_dot_q, mass), 2 * k_dot_q - pair * pair, 2 * k_dot_q)
    # the recoil of an explicit target: no Q2 below the smallest, and R - 1 from the transverse momentum
    q2 = math.exp(source.uniform(-10, 2))
    recoil, cosine = q2 / (2 * mass), source.uniform(-1, 1)
    momentum = math.sqrt(q2 + recoil * recoil)
    k_dot_q = energy * (momentum * cosine - recoil)
    if k_dot_q > 0:
        lowest_q2 = minimum_q2(energy, k_dot_q, mass)
        record.compare("smallest Q2", min(q2 / lowest_q2 - 1, 0), 0, 1)
        # R - 1 = P_perp^2/M^2 orthogonal to k and q, where P = a k + b n + P_perp: P_perp^2 = 2 (P.k)(P.n)/(k.q) - M^2
        along_n = -q2 / 2 + q2 / (2 * k_dot_q) * mass * energy
        across = 2 * mass * energy * along_n / k_dot_q - mass * mass
        record.compare("R - 1", across / mass**2, (q2 - lowest_q2) / lowest_q2, 1 + q2 / lowest_q2)
    highest = energy * q2 / (math.sqrt(q2 + recoil * recoil) + recoil)
    record.compare("largest k.q at a Q2", minimum_q2(energy, highest, mass), q2, q2)

    # [PHYS:cross_section.recoil]: d^3P'/((2 pi)^3 2E') = dQ2 d(k.q) dphi/(2 pi)/(16 pi^2 M E)
    def invariants(v):
        total_energy = mass + v[0]
        momentum = math.sqrt(total_energy**2 - mass**2)
        return [2 * mass * v[0], energy * (momentum * v[1] - v[0])]

    cosine = source.uniform(-0.9, 0.9)
    change = jacobian(invariants, [recoil, cosine], [1e-3 * recoil, 1e-3])
    volume = momentum / 2 / (2 * math.pi) ** 3 * 2 * math.pi  # |P'| dE' dcos/2 over (2 pi)^3, times 2 pi of the azimuth
    record.compare("recoil", volume / change, 1 / (16 * math.pi**2 * mass * energy), volume / change)


def check_continuum(record, source):
    """The same limits for a target that takes up the energy nu, from an explicit photon."""
    mass, offset = source.choice((0.938, 11.2)), math.exp(source.uniform(-4, 0))
    minus, plus = source.choice(MASSES)
    pair, hadrons = minus + plus, math.sqrt(mass * mass + 2 * mass * offset)
    lowest = pair * pair / (2 * mass) + pair * math.sqrt(1 + 2 * offset / mass) + offset
    record.compare("continuum: threshold", mass * mass + 2 * mass * lowest, (hadrons + pair) ** 2, (hadrons + pair) ** 2)
    energy = lowest * (1 + math.exp(source.uniform(-3, 4)))
    threshold = pair * pair
    square, b = 1 + 2 * energy / mass, 2 * energy + threshold / mass - 2 * offset
    total = b + math.sqrt(b * b - 4 * threshold * square)
    for x in (2 * threshold / total, total / (2 * square)):
        q2 = x * (x + 2 * offset) / (1 - x / mass)
        record.compare("continuum: ends of k.q", q2, 2 * energy * x - threshold, q2)
        record.compare("continuum: smallest Q2", (q2 / x - x) / 2, offset + q2 / (2 * mass), offset + q2 / x)
    # a photon that gives the energy nu to the target, q0 = -nu
    q2 = math.exp(source.uniform(-8, 1))
    nu = offset + q2 / (2 * mass) + math.exp(source.uniform(-6, 0))
    cosine = source.uniform(0, 1)
    x = -nu + math.sqrt(nu * nu + q2) * cosine
    if x <= 0:
        return
    largest = (q2 / x - x) / 2
    k_dot_q = energy * x
    along_n = -mass * nu + q2 / (2 * k_dot_q) * mass * energy
    across = 2 * mass * energy * along_n / k_dot_q - mass * mass
    record.compare("continuum: R - 1", across / mass**2, 2 * (largest - nu) / x, 1 + 2 * largest / x)
    record.compare("continuum: R - 1", min(largest / nu - 1, 0), 0, 1)


class Map:
    """phase_space::operator() with Q2 drawn evenly in its logarithm in place of the form factor's distribution."""

    def __init__(self, minus, plus, mass, energy, mediator_squared):
        self.minus, self.plus, self.mass, self.energy = minus, plus, mass, energy
        self.threshold = (minus + plus) ** 2
        self.over_mediator = 1 / mediator_squared
        self.low, high = k_dot_q_range(energy, self.threshold, mass)
        self.log_range = math.log(high / self.low)

    def __call__(self, u):
        """(k.q, Q2, M2, T, cos theta, phi, phi_P), and the Jacobian dQ2 d(k.q) dPhi_3 dphi_P/(2 pi) per unit volume."""
        k_dot_q = self.low * math.exp(u[0] * self.log_range)
        lowest, highest = minimum_q2(self.energy, k_dot_q, self.mass), 2 * k_dot_q - self.threshold
        log_q2 = math.log(highest / lowest)
        q2 = lowest * math.exp(u[1] * log_q2)
        s = 2 * k_dot_q - q2
        log_mass = math.log(s / self.threshold)
        pair = self.threshold * math.exp(u[2] * log_mass)
        scale = (pair + q2) / (1 + (pair + q2) * self.over_mediator)
        largest = 2 * k_dot_q * (s - pair) / s
        log_transfer = math.log(1 + largest / scale)
        transfer = scale * math.expm1(u[3] * log_transfer)
        m, q0 = math.sqrt(pair), (pair - q2 + transfer) / (2 * math.sqrt(pair))
        q, p = math.sqrt(q0 * q0 + q2), pair_momentum(pair, self.minus, self.plus)
        energy = math.sqrt(p * p + self.minus**2)
        total = q2 + pair + transfer
        middle, slope = q2 + 2 * q0 * energy, 2 * q * p
        ends = [(middle + sign * slope) / (total - middle - sign * slope) for sign in (-1, 1)]
        log_ratio = math.log(ends[1] / ends[0])
        ratio = ends[0] * math.exp(u[4] * log_ratio)
        d_minus = total * ratio / (1 + ratio)
        cosine = (middle - d_minus) / slope
        measure = (1 / (2 * math.pi * 8 * math.pi * 8 * math.pi) / 4
                   * (k_dot_q * self.log_range * q2 * log_q2) * (pair * log_mass)
                   * ((scale + transfer) * log_transfer / k_dot_q)
                   * (d_minus * log_ratio / (1 + ratio) / q / m))
        return [k_dot_q, q2, pair, transfer, cosine, 2 * math.pi * u[5], 2 * math.pi * u[6]], measure


def check_map(record, source):
    minus, plus = source.choice(MASSES)
    mass = source.choice((0.938, 37.2))
    lowest = minus + plus + (minus + plus) ** 2 / (2 * mass)
    energy = lowest * (1 + math.exp(source.uniform(0, 4)))
    mediator = source.choice((math.inf, math.exp(source.uniform(-6, 2))))
    space = Map(minus, plus, mass, energy, mediator)
    u = [source.uniform(0.05, 0.95) for _ in range(7)]
    values, measure = space(u)
    change = jacobian(lambda v: space(v)[0], u, [1e-3] * 7)
    k_dot_q, _, pair = values[:3]
    of_pair = 2 * pair_momentum(pair, minus, plus) / math.sqrt(pair)
    # dPhi_3 as in check_three_body, s + Q2 = 2 k.q
    wanted = (change / (2 * math.pi) / (8 * math.pi * 2 * k_dot_q) * of_pair / (8 * math.pi) / 2 / (2 * math.pi)
              / (2 * math.pi))
    record.compare("Jacobian of the map", measure, wanted, wanted)


def check_volume(record):
    """Monte Carlo: the map's volume of three massless bodies is s/(256 pi^3), of a heavy pair a one-dimensional integral."""
    for minus, plus, tolerance in ((1e-6, 1e-6, 6e-3), (0.3, 0.7, 6e-3)):
        source, s, q2, points = random.Random(5), 4.0, 0.3, 20000
        threshold, total = (minus + plus) ** 2, 0.0
        for _ in range(points):
            excess = (s - threshold) * source.random()
            pair = threshold + excess
            of_pair = 2 * pair_momentum(pair, minus, plus) / math.sqrt(pair)
            largest = (s + q2) * (s - pair) / s
            total += (s - threshold) / (2 * math.pi) * largest / (8 * math.pi * (s + q2)) * of_pair / (8 * math.pi)
        if minus < 1e-3:
            wanted = s / (256 * math.pi**3)
        else:
            wanted = dalitz_volume(s, minus, plus)
        record.compare("volume of phase space", total / points, wanted, wanted / tolerance * 6e-3)


def dalitz_volume(s, minus, plus):
    """Phi_3 = area of the Dalitz plot/(128 pi^3 s), with the other pair of particles (nu', l-) as the recursion."""
    steps, low, high, total = 20000, minus**2, (math.sqrt(s) - plus) ** 2, 0.0
    for i in range(steps):
        pair = low + (high - low) * (i + 0.5) / steps
        root = math.sqrt(pair)
        first = (pair - minus**2) / (2 * root)  # momentum of nu' and l- in their rest frame
        second = math.sqrt(max((s - (root + plus) ** 2) * (s - (root - plus) ** 2), 0)) / (2 * root)  # of l+ there
        total += 4 * first * second * (high - low) / steps
    return total / (128 * math.pi**3 * s)


def check_azimuth(record, point):
    """Three midpoints of the half circle are as good as 32 points of the whole circle, [PHYS:structure.azimuth]."""
    cosine, _ = angles(point)

    def value(azimuth):
        p = Leptons(point.m_minus, point.m_plus, point.s, point.q2, point.pair_squared, point.transfer, cosine, azimuth)
        transverse = sum(squares(closed(p, 0.0, e), 0.8, -0.35) for e in (complex(1), 1j)) / 2
        return transverse, 4 * p.q2 * squares(closed(p, 1.0, 0j), 0.8, -0.35)

    three = [value(math.pi * (2 * i + 1) / 6) for i in range(3)]
    many = [value(2 * math.pi * (i + 0.3) / 32) for i in range(32)]
    for part in (0, 1):
        mean = sum(v[part] for v in many) / 32
        scale = sum(sum(v) for v in many) / 32
        record.compare("three azimuths", sum(v[part] for v in three) / 3, mean, scale)


def check_polar_angle(record, point):
    """The two points of [PHYS:structure.pair_angle] against a fine rule in ln(D-/D+), for equal masses."""
    mass, _, q, p = frame(point)
    total = point.q2 + point.pair_squared + point.transfer
    b = 4 * q * p / total
    if b * b < 0.3:
        return False

    def value(cosine):
        sums = [0.0, 0.0]
        for i in range(3):
            at = Leptons(point.m_minus, point.m_plus, point.s, point.q2, point.pair_squared, point.transfer, cosine,
                         math.pi * (2 * i + 1) / 6)
            # equal weights of c_L^2 and c_R^2: even in the cosine
            for c_left, c_right in ((1.0, 0.0), (0.0, 1.0)):
                sums[0] += sum(squares(closed(at, 0.0, e), c_left, c_right) for e in (complex(1), 1j)) / 12
                sums[1] += 4 * at.q2 * squares(closed(at, 1.0, 0j), c_left, c_right) / 6
        return sums

    smallest, logarithm = 1 - b * b, math.atanh(b) / b
    m = ((1 / smallest + logarithm) / 2, logarithm, 1.0, 1 - b * b / 3)
    over = 1 / (m[0] * m[2] - m[1] ** 2)
    half, product = (m[0] * m[3] - m[1] * m[2]) * over / 2, (m[1] * m[3] - m[2] ** 2) * over
    larger = half + math.sqrt(half * half - product)
    smaller = product / larger
    share = (m[1] - smaller * m[0]) / (larger - smaller)
    two = [0.0, 0.0]
    for x, weight in ((larger, share), (smaller, m[0] - share)):
        here = value(-math.sqrt(1 - x) / b)
        two = [s + weight * x * x * v for s, v in zip(two, here)]
    many, n = [0.0, 0.0], 48  # Fejer's rule in y, cos = tanh(y a)/b with tanh(a) = b
    for i in range(n):
        angle = math.pi * (i + 0.5) / n
        fejer = 2 / n * (1 - 2 * sum(math.cos(2 * j * angle) / (4 * j * j - 1) for j in range(1, n // 2 + 1)))
        cosine = math.tanh(math.cos(angle) * math.atanh(b)) / b
        weight = fejer / 2 * (1 - (b * cosine) ** 2) * math.atanh(b) / b
        many = [s + weight * v for s, v in zip(many, value(cosine))]
    for one, other in zip(two, many):
        record.compare("two polar angles", one, other, sum(many))
    return True


def main():
    record, source = Record(), random.Random(7)
    for point, _ in random_points(400, seed=3):
        drawn = angles(point)
        check_state(record, Leptons(point.m_minus, point.m_plus, point.s, point.q2, point.pair_squared, point.transfer,
                                    *drawn), drawn)
        check_three_body(record, point)
        check_limits(record, source)
        check_continuum(record, source)
        check_map(record, source)
    for point, _ in random_points(60, seed=4):
        check_azimuth(record, point)
    equal = [point for point, _ in random_points(60, seed=6) if point.m_minus == point.m_plus]
    if not sum(check_polar_angle(record, point) for point in equal) > 5:
        sys.exit("too few points to check the polar angle")
    check_volume(record)
    return record.report({
        "cos theta and phi": 1e-8, "D- + D+ = Q2 + M2 + T": 1e-11, "kappa of nu'": 1e-10,
        "k in the pair's frame": 1e-9, "fractions x": 1e-8, "transverse momenta": 1e-8, "D from x and kappa": 1e-10,
        "smallest D": 1e-11, "largest D": 1e-11, "dPhi_3 = dM2 dT dcos dphi": 1e-5, "threshold energy": 1e-12,
        "ends of k.q": 1e-9, "smallest Q2": 1e-9, "R - 1": 1e-9, "largest k.q at a Q2": 1e-10, "recoil": 1e-8,
        "continuum: threshold": 1e-12, "continuum: ends of k.q": 1e-8, "continuum: smallest Q2": 1e-9,
        "continuum: R - 1": 1e-10, "Jacobian of the map": 1e-6, "volume of phase space": 1e-2, "three azimuths": 1e-10, "two polar angles": 1e-10,
    })


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
