#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Checks each step of the derivation of the electroweak amplitude in docs/physics.md with explicit Dirac matrices.

Pure Python, so that it runs wherever the tests do. Prints the largest deviation of each step, relative to the size of the
terms that are compared; fails where one exceeds its limit.
"""
import cmath
import math
import random
import sys

from amplitude import LEFT, Line, Record, add, along, apply, bar, components, current_vector, left_spinor, massive_spinors, slash
from lepton_state import random_points, times

def four(a):
    """(plus, minus, perp, bar), with the last for complex vectors."""
    return a if len(a) == 4 else (*a, a[2].conjugate())


def product(a, b):
    """Scalar product, neither vector conjugated."""
    a, b = four(a), four(b)
    return (a[0] * b[1] + a[1] * b[0] - a[2] * b[3] - a[3] * b[2]) / 2


def scaled(factor, a):
    return tuple(factor * x for x in four(a))


def plus(*vectors):
    return tuple(map(sum, zip(*map(four, vectors))))


def row_times(row, a):
    return [sum(row[i] * a[i][j] for i in range(4)) for j in range(4)]


def terms(a, b):
    """The size of what a scalar product is the sum of."""
    a, b = four(a), four(b)
    return abs(a[0] * b[1]) + abs(a[1] * b[0]) + abs(a[2] * b[3]) + abs(a[3] * b[2])


class Diagrams:
    """The three diagrams of W exchange for one spin of each lepton, of a neutrino: l- is made together with the W."""

    def __init__(self, point, mu2, spin_minus, spin_plus, sign=1):
        self.point, self.mu2, self.sign = point, mu2, sign
        self.w1 = add(point.k, times(-1, point.minus))
        self.w2 = add(self.w1, point.q)
        self.f1 = 1 / (1 - product(self.w1, self.w1) / mu2)
        self.f2 = 1 / (1 - product(self.w2, self.w2) / mu2)
        self.u_k = [0j, math.sqrt(2 * point.k_dot_q) + 0j, 0j, 0j]
        self.u_nu = [*map(complex, left_spinor(point.nu)), 0j, 0j]
        self.row = bar(massive_spinors(point.minus, point.m_minus, 1)[spin_minus])
        self.v = massive_spinors(point.plus, point.m_plus, -1)[spin_plus]
        self.a = current_vector(self.row, self.u_k)
        self.b = current_vector(bar(self.u_nu), apply(LEFT, self.v))

    def exchanged(self, w, a, b):
        return product(a, b) - product(w, a) * product(w, b) / self.mu2

    def on_lepton_minus(self, h):
        p = self.point
        into = slash(add(p.minus, times(-1, p.q)), p.m_minus)
        row = row_times(row_times(self.row, slash(h)), into)
        a1 = scaled(-1 / p.d_minus, current_vector(row, self.u_k))
        return a1, self.f2 * self.exchanged(self.w2, a1, self.b)

    def on_lepton_plus(self, h):
        p = self.point
        into = slash(add(p.q, times(-1, p.plus)), p.m_plus)
        column = apply(into, apply(slash(h), self.v))
        b1 = scaled(-1 / p.d_plus, current_vector(bar(self.u_nu), apply(LEFT, column)))
        return b1, self.f1 * self.exchanged(self.w1, self.a, b1)

    def on_w(self, h):
        """h.Gamma.At.Bt/mu2 with Gamma^{mu c d} = g^{cd} (w1 + w2)^mu - g^{d mu} (w2 + q)^c + g^{mu c} (q - w1)^d"""
        q, w1, w2 = self.point.q, self.w1, self.w2
        at = scaled(self.f1, plus(self.a, scaled(-product(w1, self.a) / self.mu2, w1)))
        bt = scaled(self.f2, plus(self.b, scaled(-product(w2, self.b) / self.mu2, w2)))
        vertex = (product(at, bt) * product(h, plus(w1, w2)) - product(h, bt) * product(at, plus(w2, q))
                  + product(h, at) * product(bt, plus(q, scaled(-1, w1))))
        return at, bt, self.sign * vertex / self.mu2

    def sum(self, h):
        return -4 * (self.on_lepton_minus(h)[1] + self.on_lepton_plus(h)[1] + self.on_w(h)[2])


class Closed:
    """The same from the components of the lepton state: docs/physics.md, section 16."""

    def __init__(self, point, mu2, h_plus, eta):
        self.point, self.tau, self.h, self.eta = point, 1 / mu2, h_plus, eta
        self.minus = Line(point.minus, point.m_minus, point.d_minus)
        self.plus = Line(point.plus, point.m_plus, point.d_plus)
        self.x, self.kappa, self.q2, self.beam = point.nu[1], point.nu[2].real, point.q2, 2 * point.k_dot_q
        m, p = self.minus, self.plus
        # [PHYS:electroweak.w_momenta]
        self.w1 = m.mass**2 - self.beam * m.x
        self.w = (self.x * m.kappa - m.x * self.kappa).conjugate()
        self.w_plus = (self.x * p.kappa - p.x * self.kappa).conjugate()
        self.w2 = (abs(self.w_plus) ** 2 + p.mass**2 * self.x * (self.x + p.x)) / (self.x * p.x)
        # [PHYS:electroweak.propagators]
        self.f1 = 1 / (1 - self.tau * self.w1)
        self.p = p.d / (mu2 - self.w2)

    def remainder(self):
        """[PHYS:electroweak.remainder]"""
        m, p, eta_bar = self.minus, self.plus, self.eta.conjugate()
        z_minus, z_plus = m.kappa * eta_bar, p.kappa * eta_bar
        b = self.h * p.x / 2 - z_plus
        line = self.beam * p.x * (2 * z_minus.real - self.h * m.x) - m.d * b
        flip = self.beam * p.x * self.kappa * self.eta + self.x * line
        g = 2 * z_minus.real + self.h * (self.x + p.x)
        none = m.kappa.conjugate() * flip + m.x * (
            self.beam * p.x * (self.x * self.q2 * eta_bar - self.kappa * g) + m.d * self.kappa * b)
        return none, flip

    def longitudinal(self):
        """[PHYS:electroweak.longitudinal]"""
        m, p, tau, eta_bar, h = self.minus, self.plus, self.tau, self.eta.conjugate(), self.h
        z_minus, z_plus, x, kappa = m.kappa * eta_bar, p.kappa * eta_bar, self.x, self.kappa
        g = 2 * z_minus.real + h * (1 - m.x)
        v = z_minus - m.x * g
        no_flip = m.mass**2 * eta_bar - tau * (
            (m.mass**2 * self.w1 + self.q2 * m.x * m.d) * eta_bar - h / 2 * m.d * m.kappa.conjugate())
        flip = v - tau * (self.w1 * v + m.d * (m.x * (g - h / 2) + h / 2)) - tau**2 * m.x * m.d / 2 * (
            self.q2 * (g - h / 2) - h / 2 * (m.d - self.beam))
        y = h / 2 * (kappa * p.kappa + self.q2 * x * p.x) - self.q2 * (x * z_plus + kappa * p.x * self.eta)
        twice = h * p.x - 2 * z_plus.real
        rho_n = x * twice - kappa * self.eta
        rho_f = twice * self.w_plus - x * p.x * self.q2 * eta_bar + kappa * (h * p.x - z_plus.conjugate())
        return no_flip, flip, y, rho_n, rho_f

    def amplitudes(self):
        """Over 4 f1, rows and columns as in amplitude.closed: [PHYS:electroweak.amplitudes]"""
        m, p, eta_bar, pole = self.minus, self.plus, self.eta.conjugate(), self.p
        c = components(self.point, m, p, along(self.point))
        contact = {name: c[f"lowering {name}"] * eta_bar for name in ("none", "far", "near", "both")}
        for name in ("none", "far"):
            contact[name] += c[f"raising {name}"] * self.eta + c[f"along {name}"] * self.h
        rest_none, rest_flip = self.remainder()
        no_flip, flip, y, rho_n, rho_f = self.longitudinal()
        pair, sigma = p.mass**2 * self.x / 2, m.x * m.d / 2 * self.tau
        none = contact["none"] + pole * (rest_none + pair * no_flip)
        far = contact["far"] + m.mass * (pole * (rest_flip - pair * flip - sigma * y) + p.mass**2 * sigma * rho_n)
        near = contact["near"] + p.mass * pole * (self.w * m.d * eta_bar - self.w_plus * no_flip / 2)
        both = contact["both"] + m.mass * p.mass * (
            pole * (self.x * m.d * eta_bar + self.w_plus * flip / 2
                    + sigma * (self.q2 * self.x * eta_bar - self.h * self.kappa / 2)) - sigma * rho_f)
        size = 4 * math.sqrt(4 * self.beam / (self.x * m.x * p.x)) / (m.d * p.d)
        return [[size * self.f1 * z for z in row] for row in ([none, near], [-far, -both])]


def check_currents(record, point, mu2):
    """What the W couples to: contractions of A and B with q, w1, w2 and each other, in units of two roots."""
    x, kappa = point.nu[1], point.nu[2].real
    m, p = Line(point.minus, point.m_minus, 0), Line(point.plus, point.m_plus, 0)
    root_a, root_b = math.sqrt(2 * point.k_dot_q / m.x), 1 / math.sqrt(x * p.x)
    w = (x * m.kappa - m.x * kappa).conjugate()
    w_plus = (x * p.kappa - p.x * kappa).conjugate()
    a_q, a_w1 = [-m.kappa.conjugate(), m.mass], [0, -m.mass * m.x]
    b_q = [kappa * p.kappa - point.q2 * x * p.x, kappa * p.mass]
    b_w2 = [p.mass**2 * x, -p.mass * w_plus]
    a_b = [[-2 * p.x * w, 0], [2 * m.mass * x * p.x, 0]]
    for i in range(2):
        for j in range(2):
            d = Diagrams(point, mu2, i, j)
            for name, have, wanted, scale in (
                ("q.A", product(d.a, point.q), root_a * a_q[i], root_a * (abs(m.kappa) + m.mass)),
                ("w1.A", product(d.a, d.w1), root_a * a_w1[i], root_a * (m.mass + abs(m.kappa))),
                ("q.B", product(d.b, point.q), root_b * b_q[j], root_b * (abs(b_q[0]) + abs(b_q[1]) + point.q2 * x)),
                ("w2.B", product(d.b, d.w2), root_b * b_w2[j], terms(d.b, d.w2)),
                ("A.B", product(d.a, d.b), root_a * root_b * a_b[i][j], root_a * root_b * (abs(w) + m.mass * x) * p.x),
            ):
                record.compare(f"currents of the W: {name}", have, wanted, scale)
    w1, w2 = product(d.w1, d.w1), product(d.w2, d.w2)
    closed = Closed(point, mu2, 0.0, 1j)
    record.compare("squared momenta of the W", closed.w1, w1, abs(w1))
    record.compare("squared momenta of the W", closed.w2, w2, abs(w2) + abs(w1))
    record.compare("w1^2 - D- = w2^2 - 2 k.q", w1 - point.d_minus, w2 - 2 * point.k_dot_q, abs(w1) + abs(w2))


def check_ward(record, point, mu2, spins):
    d = Diagrams(point, mu2, *spins)
    a1, minus = d.on_lepton_minus(point.q)
    b1, plus_ = d.on_lepton_plus(point.q)
    at, bt, on_w = d.on_w(point.q)
    for have, wanted in ((a1, scaled(-1, d.a)), (b1, d.b)):
        size = max(map(abs, four(wanted)))
        record.compare("q.A1 = -A, q.B1 = B", max(abs(x - y) for x, y in zip(have, four(wanted))), 0, size)
    record.compare("q.L = 0", minus + plus_ + on_w, 0, abs(minus) + abs(plus_) + abs(on_w))
    # with At.w1 = w1.A and Bt.w2 = w2.B the vertex is what section 16 has
    h = tuple(map(complex, (0.3 * point.s, 0.1, 0.2 + 0.3j)))
    at, bt, on_w = d.on_w(h)
    short = ((2 * product(h, point.k) - 2 * product(h, point.minus) + product(h, point.q)) * product(at, bt)
             - (product(d.w1, d.a) + 2 * product(point.q, at)) * product(h, bt)
             + product(h, at) * (2 * product(point.q, bt) - product(d.w2, d.b))) / mu2
    scale = (abs(product(at, bt)) * abs(product(h, plus(d.w1, d.w2))) + abs(on_w * mu2)
             + abs(product(h, bt) * product(at, d.w2)) + abs(product(h, at) * product(bt, d.w1))) / abs(mu2)
    record.compare("vertex of the photon and two W", short, on_w, scale)


def check_amplitudes(record, point, mu2, source):
    eta = cmath.exp(2j * math.pi * source.random()) * source.random() * math.sqrt(point.s)
    h_plus = source.uniform(-1, 1) * point.s
    h = (h_plus, 0.0, eta)
    have = Closed(point, mu2, h_plus, eta).amplitudes()
    wanted = [[Diagrams(point, mu2, i, j).sum(h) for j in range(2)] for i in range(2)]
    scale = max(abs(z) for row in wanted for z in row)
    for i in range(2):
        for j in range(2):
            record.compare("spin amplitudes of W exchange", have[i][j], wanted[i][j], scale)
    wrong = [[Diagrams(point, mu2, i, j, -1).sum(point.q) for j in range(2)] for i in range(2)]
    parts = [abs(Diagrams(point, mu2, i, j).on_w(point.q)[2]) for i in range(2) for j in range(2)]
    return max(abs(z) for row in wrong for z in row) / (4 * max(parts))


def main():
    record = Record()
    source = random.Random(2)
    wrong_sign = 0
    for point, _ in random_points(300):
        # a W that weighs as much as s allows, so that every term counts; its width as large as its mass
        mass = math.sqrt(point.s) * math.exp(source.uniform(-1, 1))
        mu2 = complex(mass * mass, -mass * mass * source.uniform(0.02, 1))
        check_currents(record, point, mu2)
        check_ward(record, point, mu2, (source.randrange(2), source.randrange(2)))
        wrong_sign = max(wrong_sign, check_amplitudes(record, point, mu2, source))
    if wrong_sign < 0.5:
        sys.exit(f"the other sign of the vertex of photon and W conserves the current: {wrong_sign}")
    return record.report({
        "currents of the W: q.A": 1e-12,
        "currents of the W: w1.A": 1e-10,
        "currents of the W: q.B": 1e-10,
        "currents of the W: w2.B": 1e-10,
        "currents of the W: A.B": 1e-10,
        "squared momenta of the W": 1e-10,
        "w1^2 - D- = w2^2 - 2 k.q": 1e-10,
        "q.A1 = -A, q.B1 = B": 1e-10,
        "q.L = 0": 1e-10,
        "vertex of the photon and two W": 1e-11,
        "spin amplitudes of W exchange": 1e-9,
    })


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
