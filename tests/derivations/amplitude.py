#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Checks each step of the derivation of the amplitude in docs/physics.md with explicit Dirac matrices.

Pure Python, so that it runs wherever the tests do. Prints the largest deviation of each step, relative to the size of the
terms that are compared; fails where one exceeds its limit.
"""
import math
import sys

from lepton_state import add, dot, random_phase, random_points, times

# chiral representation: gamma^mu = ((0, sigma^mu), (sigmabar^mu, 0)), gamma5 = diag(-1, -1, 1, 1)


def sigma(a):
    """a.sigma for a vector of (perhaps complex) components (plus, minus, perp, conjugate of perp)."""
    plus, minus, perp, bar = a
    return ((minus, -bar), (-perp, plus))


def sigma_bar(a):
    plus, minus, perp, bar = a
    return ((plus, bar), (perp, minus))


def four(a):
    return a if len(a) == 4 else (a[0], a[1], a[2], a[2].conjugate())


def slash(a, mass=0):
    a = four(a)
    upper, lower = sigma(a), sigma_bar(a)
    return [
        [mass, 0, upper[0][0], upper[0][1]],
        [0, mass, upper[1][0], upper[1][1]],
        [lower[0][0], lower[0][1], mass, 0],
        [lower[1][0], lower[1][1], 0, mass],
    ]


def matrix(a, b):
    return [[sum(a[i][k] * b[k][j] for k in range(4)) for j in range(4)] for i in range(4)]


def apply(a, column):
    return [sum(a[i][k] * column[k] for k in range(4)) for i in range(4)]


def sandwich(row, a, column):
    return sum(r * c for r, c in zip(row, apply(a, column)))


def bar(spinor):
    return [spinor[2].conjugate(), spinor[3].conjugate(), spinor[0].conjugate(), spinor[1].conjugate()]


def scaled(factor, a):
    return [[factor * x for x in row] for row in a]


def summed(*all):
    return [[sum(a[i][j] for a in all) for j in range(4)] for i in range(4)]


LEFT = [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]
RIGHT = [[0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]


def left_spinor(p):
    """chi with chi chi^dagger = p.sigma, of a massless p with positive minus component."""
    root = math.sqrt(p[1])
    return [root, -p[2] / root]


def massive_spinors(p, mass, sign):
    """[PHYS:amplitude.spinors]: (p-slash + sign m) on the massless spinors of k, over sqrt(2 p.k): u for sign 1, v for -1."""
    x, kappa = p[1], p[2]
    root = math.sqrt(x)
    return (
        [root, -kappa / root, sign * mass / root, 0j],
        [0j, sign * mass / root, kappa.conjugate() / root, root + 0j],
    )


def current_vector(row, column):
    """(plus, minus, perp, bar) of row gamma^a column."""
    result = []
    for pick in ((0, 2.0), (1, 2.0)):
        # plus = 2 * (component along the unit vector whose minus is 1), by a.b = (a+ b- + a- b+)/2 - ...
        probe = [0.0, 0.0, 0j, 0j]
        probe[1 - pick[0]] = 1.0
        result.append(pick[1] * sandwich(row, slash(tuple(probe)), column))
    for pick in (2, 3):
        probe = [0.0, 0.0, 0j, 0j]
        probe[5 - pick] = 1 + 0j
        result.append(-2 * sandwich(row, slash(tuple(probe)), column))
    return tuple(result)


def vertex(point, current, h, chirality):
    """J^a Gamma_{a mu} h^mu from the two Feynman diagrams."""
    v = matrix(slash(current), chirality)
    first = add(point.minus, times(-1, point.q))
    second = add(point.q, times(-1, point.plus))
    before = matrix(matrix(slash(h), slash(first, point.m_minus)), v)
    after = matrix(matrix(v, slash(second, point.m_plus)), slash(h))
    return summed(scaled(-1 / point.d_minus, before), scaled(-1 / point.d_plus, after))


def explicit(point, h):
    """The 2 x 2 spin amplitudes h.L for c_L = 1 and for c_R = 1, with spins along k."""
    k_spinor = [0j, math.sqrt(2 * point.k_dot_q) + 0j, 0j, 0j]
    nu_spinor = [*map(complex, left_spinor(point.nu)), 0j, 0j]
    current = current_vector(bar(nu_spinor), k_spinor)
    minus = massive_spinors(point.minus, point.m_minus, 1)
    plus = massive_spinors(point.plus, point.m_plus, -1)
    result = []
    for chirality in (LEFT, RIGHT):
        gamma = vertex(point, current, h, chirality)
        result.append([[sandwich(bar(u), gamma, v) for v in plus] for u in minus])
    return result


class Line:
    def __init__(self, p, mass, d):
        self.x, self.kappa, self.mass, self.d = p[1], p[2], mass, d


def along(point):
    """[PHYS:amplitude.along]"""
    a, b = point.minus, point.plus
    x_nu, kappa_nu = point.nu[1], point.nu[2].real
    unbalance = (
        x_nu * (point.q2 * (b[1] - a[1]) + (point.d_plus - point.d_minus))
        + point.m_plus**2
        - point.m_minus**2
        + kappa_nu * (a[2].real - b[2].real)
    )
    return kappa_nu * a[1] * b[1] * unbalance


def components(point, a, b, along_term):
    """The eight components as docs/physics.md has them, [PHYS:amplitude.components]."""
    x_nu, kappa_nu, q2 = point.nu[1], point.nu[2].real, point.q2
    w = (x_nu * a.kappa - a.x * kappa_nu).conjugate()
    lowering = a.d * (a.x + x_nu) * b.kappa + b.x * b.d * a.kappa
    raising = (b.x * b.d * a.kappa - a.d * b.x * b.kappa).conjugate()
    g = x_nu * b.x * (x_nu * a.d + a.x * (a.d + b.d))
    return {
        "lowering both": a.mass * b.mass * x_nu * a.d,
        "lowering near": b.mass * a.d * w,
        "lowering far": a.mass * x_nu * lowering,
        "lowering none": w * lowering + b.x * b.d * a.x * x_nu * q2,
        "raising far": a.mass * (x_nu * raising + b.x * b.d * kappa_nu),
        "raising none": w * raising + b.x * b.d * kappa_nu * a.kappa.conjugate(),
        "along far": -a.mass * g,
        "along none": -g * a.kappa.conjugate() - along_term,
    }


def closed(point, h_plus, eta):
    """The same amplitudes from the components: entries [spin of l-][spin of l+] in the order of massive_spinors."""
    minus = Line(point.minus, point.m_minus, point.d_minus)
    plus = Line(point.plus, point.m_plus, point.d_plus)
    size = math.sqrt(
        8 * point.k_dot_q / (point.nu[1] * minus.x * plus.x * (minus.d * plus.d) ** 2)
    )  # [PHYS:amplitude.factor]
    term = along(point)
    result = []
    for a, b, sign in ((minus, plus, 1), (plus, minus, -1)):
        c = components(point, a, b, sign * term)
        none = c["lowering none"] * eta.conjugate() + c["raising none"] * eta + c["along none"] * h_plus
        far = c["lowering far"] * eta.conjugate() + c["raising far"] * eta + c["along far"] * h_plus
        near, both = c["lowering near"] * eta.conjugate(), c["lowering both"] * eta.conjugate()
        result.append((none, near, far, both))
    (none, near, far, both), right = result
    # rows: spin of l-, columns: spin of l+; the first of each is the one that is not flipped for the left chirality.
    # The signs are [PHYS:amplitude.interference]: components of the code leave out what drops out of squares.
    left_grid = [[none, near], [-far, -both]]
    right_grid = [[-right[3], right[1]], [-right[2], right[0]]]
    return (
        [[size * x for x in row] for row in left_grid],
        [[-size * x for x in row] for row in right_grid],
    )


class Record:
    def __init__(self):
        self.worst = {}

    def compare(self, name, one, other, scale):
        self.worst[name] = max(self.worst.get(name, 0), abs(one - other) / scale)

    def report(self, limits):
        failed = 0
        for name, limit in limits.items():
            good = self.worst[name] <= limit
            failed += not good
            print(f"{'ok  ' if good else 'FAIL'} {name}: {self.worst[name]:.1e} (limit {limit:.0e})")
        if set(limits) != set(self.worst):
            sys.exit(f"not reported: {set(self.worst) ^ set(limits)}")
        return failed


def check_spinors(record, point):
    for p, mass, sign in ((point.minus, point.m_minus, 1), (point.plus, point.m_plus, -1)):
        both = massive_spinors(p, mass, sign)
        wanted = slash(p, sign * mass)
        scale = max(abs(x) for row in wanted for x in row)
        for i in range(4):
            for j in range(4):
                have = sum(s[i] * bar(s)[j] for s in both)
                record.compare("completeness of the spinors along k", have, wanted[i][j], scale)


def check_fierz(record, point):
    k_spinor = [0j, math.sqrt(2 * point.k_dot_q) + 0j]
    chi = left_spinor(point.nu)
    current = current_vector(bar([*map(complex, chi), 0j, 0j]), [*k_spinor, 0j, 0j])
    tilde = lambda c: [-complex(c[1]).conjugate(), complex(c[0]).conjugate()]
    lower = [[2 * tilde(chi)[i] * tilde(k_spinor)[j].conjugate() for j in range(2)] for i in range(2)]
    upper = [[2 * k_spinor[i] * complex(chi[j]).conjugate() for j in range(2)] for i in range(2)]
    have = slash(current)
    scale = max(abs(x) for row in have for x in row)
    for i in range(2):
        for j in range(2):
            record.compare("chiral Fierz identity", have[2 + i][j], lower[i][j], scale)
            record.compare("chiral Fierz identity", have[i][2 + j], upper[i][j], scale)


def squares(grids, c_left, c_right):
    left, right = grids
    return sum(abs(c_left * l + c_right * r) ** 2 for a, b in zip(left, right) for l, r in zip(a, b))


def largest(grids):
    return max(abs(x) for grid in grids for row in grid for x in row)


def check_amplitudes(record, point, source):
    eta = random_phase(source) * source.random() * math.sqrt(point.s)
    h_plus = source.uniform(-1, 1) * point.s
    h = (h_plus, 0.0, eta)
    have, wanted = closed(point, h_plus, eta), explicit(point, h)
    scale = largest(wanted)
    for i in range(2):
        for j in range(2):
            for chirality, name in ((0, "left"), (1, "right")):
                # one common phase of all amplitudes is free: it is fixed to 1 by the derivation
                record.compare(f"spin amplitudes, {name}", have[chirality][i][j], wanted[chirality][i][j], scale)
    for c_left, c_right in ((1, 0), (0, 1), (0.7, -1.3)):
        one, other = squares(have, c_left, c_right), squares(wanted, c_left, c_right)
        record.compare("sum over spins", one, other, other)
    # conserved current, and so no change by multiples of q
    along_q = explicit(point, point.q)
    record.compare("q.L = 0", largest(along_q), 0, scale)
    shifted = explicit(point, add(h, times(source.uniform(-1, 1) * point.s, point.q)))
    record.compare("gauge", squares(shifted, 0.3, 1), squares(wanted, 0.3, 1), scale**2)


def check_along(record, point):
    """Both forms of the difference of the diagrams."""
    a, b = point.minus, point.plus
    plain = (1 - a[1]) * point.d_plus - (1 - b[1]) * point.d_minus
    have = along(point) / (point.nu[2].real * a[1] * b[1])
    record.compare("difference of the diagrams", have, plain, abs(point.d_plus) + abs(point.d_minus))


def check_photon(record, point):
    """L_T and L_S from the metric and from k k, against the components."""
    c_left, c_right = 0.8, -0.35
    tensor = 0
    for h, sign in (((1.0, 1.0, 0j), -1), ((0.0, 0.0, 1 + 0j), 1), ((0.0, 0.0, 1j), 1), ((1.0, -1.0, 0j), 1)):
        tensor += sign * squares(explicit(point, h), c_left, c_right)  # -g, unit vectors t, x, y, z
    scalar = squares(explicit(point, point.k), c_left, c_right) * point.q2 / point.k_dot_q**2
    transverse = (tensor + scalar) / 2
    circular = [closed(point, 0.0, complex(1)), closed(point, 0.0, 1j)]
    mean = sum(squares(one, c_left, c_right) for one in circular) / 2
    record.compare("L_T", mean, transverse, transverse)
    along_k = 4 * point.q2 * squares(closed(point, 1.0, 0j), c_left, c_right)
    record.compare("L_S", along_k, scalar, max(scalar, transverse))


def check_target(record, point, source):
    """P/M in the gauge, and the average over the target's azimuth: the factorised form."""
    mass = 0.938
    slope = 1 / (2 * mass) + math.sqrt(1 / (4 * mass * mass) + 1 / point.q2)
    energy = point.k_dot_q * slope * (1 + source.random())
    r = point.q2 * energy * (energy - point.k_dot_q / mass) / point.k_dot_q**2
    h_plus = point.q2 * (2 * energy / point.k_dot_q - 1 / mass)
    sums, count = 0, 8
    for i in range(count):
        angle = 2 * math.pi * i / count
        side = math.sqrt(r - 1) * complex(math.cos(angle), math.sin(angle))
        # P/M = a k + b n + side with P.k = M E and P.q = -Q2/2
        minus = energy / point.k_dot_q
        plus = (1 + r - 1) / minus
        p = (plus, minus, side)
        record.compare("target's momentum", dot(p, p), 1, plus * minus)
        record.compare("target's momentum", 2 * dot(p, point.q) * mass, -point.q2, abs(plus * mass) + abs(minus * point.q2))
        shifted = add(p, times(-energy / point.k_dot_q, point.q))
        record.compare("target's momentum", shifted[0], h_plus, abs(plus) + abs(h_plus))
        sums += squares(explicit(point, shifted), 0.8, -0.35) / count
    transverse = sum(squares(closed(point, 0.0, e), 0.8, -0.35) for e in (complex(1), 1j)) / 2
    scalar = 4 * point.q2 * squares(closed(point, 1.0, 0j), 0.8, -0.35)
    tau = point.q2 / (4 * mass * mass)
    record.compare("L_T (R - 1) + L_S (R + tau)", sums, transverse * (r - 1) + scalar * (r + tau), sums)


def main():
    record = Record()
    for point, source in random_points(600):
        check_spinors(record, point)
        check_fierz(record, point)
        check_amplitudes(record, point, source)
        check_along(record, point)
        check_photon(record, point)
        check_target(record, point, source)
    return record.report({
        "completeness of the spinors along k": 1e-10,
        "chiral Fierz identity": 1e-12,
        "spin amplitudes, left": 1e-11,
        "spin amplitudes, right": 1e-11,
        "sum over spins": 1e-11,
        "q.L = 0": 1e-11,
        "gauge": 1e-10,
        "difference of the diagrams": 1e-10,
        "L_T": 1e-11,
        "L_S": 1e-11,
        "target's momentum": 1e-9,
        "L_T (R - 1) + L_S (R + tau)": 1e-11,
    })


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
