// SPDX-License-Identifier: BSL-1.0
// Nothing: a target whose headers are read once and kept needs a source.
