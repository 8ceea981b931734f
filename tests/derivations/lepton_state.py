# SPDX-License-Identifier: BSL-1.0
"""Kinematics of nu(k) + photon*(q) -> nu'(k') l-(p-) l+(p+) for the checks beside, from explicit four-vectors.

A four-vector is a tuple (plus, minus, perp) of light-cone components p0 + p3, p0 - p3 and p1 + i p2, in the frame of
docs/physics.md where k = (2 k.q, 0, 0) and q = (-Q2, 1, 0). The minus component of a momentum is its fraction x there.
"""
import cmath
import math
import random


def dot(a, b):
    return (a[0] * b[1] + a[1] * b[0]) / 2 - (a[2] * b[2].conjugate()).real


def add(*vectors):
    return tuple(sum(parts) for parts in zip(*vectors))


def times(factor, a):
    return tuple(factor * part for part in a)


def boost_to_rest(total):
    """The function that takes a vector into the rest frame of `total`, with Cartesian components (t, x, y, z)."""
    mass = math.sqrt(dot(total, total))
    e, x, y, z = cartesian(total)

    def boosted(a):
        t, ax, ay, az = cartesian(a)
        along = (t * e - ax * x - ay * y - az * z) / mass
        factor = (t + along) / (e + mass)
        return along, ax - factor * x, ay - factor * y, az - factor * z

    return boosted


def cartesian(a):
    return (a[0] + a[1]) / 2, a[2].real, a[2].imag, (a[0] - a[1]) / 2


class Leptons:
    """A point of phase space from the variables of docs/physics.md, built with explicit boosts and rotations: nothing of
    the formulas of include/trident/kinematics enters."""

    def __init__(self, minus, plus, s, q2, pair_squared, transfer, cosine, azimuth):
        self.m_minus, self.m_plus, self.s, self.q2 = minus, plus, s, q2
        self.pair_squared, self.transfer = pair_squared, transfer
        self.k_dot_q = (s + q2) / 2
        self.k, self.q = (2 * self.k_dot_q, 0.0, 0j), (-q2, 1.0, 0j)
        # nu' from its fraction and its mass shell: T = 2 k.k' = 2 x k.q, and (k + q - k')^2 = m_ll^2
        x = transfer / (2 * self.k_dot_q)
        # s - m_ll^2 = 2 k'.(k + q) = x s + kappa^2/x
        kappa = math.sqrt(x * (s - pair_squared - x * s))
        self.nu = (kappa * kappa / x, x, complex(kappa))
        pair = add(self.k, self.q, times(-1, self.nu))
        self.minus, self.plus = self.decay(pair, cosine, azimuth)
        self.d_minus = q2 + 2 * dot(self.q, self.minus)
        self.d_plus = q2 + 2 * dot(self.q, self.plus)

    def decay(self, pair, cosine, azimuth):
        """In the rest frame of the pair q is the z axis and k lies in the plane of x and z, with positive x."""
        to_rest = boost_to_rest(pair)
        q, k = to_rest(self.q)[1:], to_rest(self.k)[1:]
        z = unit(q)
        x = unit(tuple(a - inner(k, z) * b for a, b in zip(k, z)))
        y = cross(x, z)  # points along Im kappa, as the code counts the azimuth
        sine = math.sqrt(1 - cosine * cosine)
        mass = math.sqrt(self.pair_squared)
        momentum = math.sqrt(
            (self.pair_squared - (self.m_minus + self.m_plus) ** 2)
            * (self.pair_squared - (self.m_minus - self.m_plus) ** 2)
        ) / (2 * mass)
        direction = [
            sine * math.cos(azimuth) * a + sine * math.sin(azimuth) * b + cosine * c for a, b, c in zip(x, y, z)
        ]
        result = []
        for own, sign in ((self.m_minus, 1), (self.m_plus, -1)):
            energy = math.sqrt(own * own + momentum * momentum)
            result.append(boost_back(pair, energy, [sign * momentum * n for n in direction]))
        return result


def boost_back(total, energy, momentum):
    mass = math.sqrt(dot(total, total))
    e, x, y, z = cartesian(total)
    along = (energy * e + inner(momentum, (x, y, z))) / mass
    factor = (energy + along) / (e + mass)
    px, py, pz = (m + factor * c for m, c in zip(momentum, (x, y, z)))
    return along + pz, along - pz, complex(px, py)


def inner(a, b):
    return sum(u * v for u, v in zip(a, b))


def cross(a, b):
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def unit(a):
    length = math.sqrt(inner(a, a))
    return tuple(u / length for u in a)


MASSES = [(0.105, 0.105), (0.000511, 0.105), (0.105, 0.000511), (1.777, 0.105), (0.02, 0.02), (0.3, 0.7)]


def random_points(count, seed=1):
    source = random.Random(seed)
    for i in range(count):
        minus, plus = MASSES[i % len(MASSES)]
        threshold = (minus + plus) ** 2
        s = threshold * (1 + math.exp(source.uniform(-1, 4)))
        q2 = threshold * math.exp(source.uniform(-5, 1))
        pair = threshold + (s - threshold) * source.uniform(0.02, 0.98)
        largest = (s + q2) * (s - pair) / s
        yield Leptons(minus, plus, s, q2, pair, largest * source.uniform(0.02, 0.98), source.uniform(-0.98, 0.98),
                      source.uniform(0, 2 * math.pi)), source


def random_phase(source):
    return cmath.exp(2j * math.pi * source.random())
