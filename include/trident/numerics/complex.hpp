// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace trident::detail {

/// Complex arithmetic without the infinities of std::complex: works on any real type, a SIMD pack or quadruple precision
/// included, and never branches.
template <class Real>
struct complex {
  Real re;
  Real im;

  friend constexpr complex operator+(complex a, complex b) { return {a.re + b.re, a.im + b.im}; }
  friend constexpr complex operator-(complex a, complex b) { return {a.re - b.re, a.im - b.im}; }
  friend constexpr complex operator*(complex a, complex b) {
    return {a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re};
  }
  friend constexpr complex operator*(Real a, complex b) { return {a * b.re, a * b.im}; }
  friend constexpr complex operator+(complex a, Real b) { return {a.re + b, a.im}; }
  friend constexpr complex operator-(complex a, Real b) { return {a.re - b, a.im}; }
};

template <class Real>
constexpr complex<Real> conj(complex<Real> a) {
  return {a.re, -a.im};
}

/// |a|^2
template <class Real>
constexpr Real norm(complex<Real> a) {
  return a.re * a.re + a.im * a.im;
}

/// Re(a* b), the scalar product of two transverse vectors.
template <class Real>
constexpr Real dot(complex<Real> a, complex<Real> b) {
  return a.re * b.re + a.im * b.im;
}

} // namespace trident::detail
