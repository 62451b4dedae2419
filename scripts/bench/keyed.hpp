// The keyed generator of models/core/keyed.ts and the sequence of models/core/sequence.ts, bit for bit.
#pragma once
#include <cmath>
#include <cstdint>

struct Key {
  uint32_t k0, k1, k2, k3;
};

inline uint32_t word(Key key, uint32_t i) {
  uint32_t x = i ^ key.k0;
  x = ((x ^ (x >> 17)) * 0xed5ad4bbu) ^ key.k1;
  x = ((x ^ (x >> 11)) * 0xac4c1b51u) ^ key.k2;
  x = ((x ^ (x >> 15)) * 0x31848babu) ^ key.k3;
  return x ^ (x >> 14) ^ i;
}
inline uint32_t draw(Key key, uint32_t i) { return word(key, i) >> 1; }

inline Key childKey(Key parent, uint32_t n) {
  return {word(parent, 4 * n), word(parent, 4 * n + 1), word(parent, 4 * n + 2), word(parent, 4 * n + 3)};
}

// The key under which the draws of the pairs (i, 0), (i, 1), … stand.
inline Key rowKey(Key key, uint32_t i) {
  uint32_t row = word(key, i) ^ i;
  return {key.k1 ^ row, key.k2 + row * 0x9e3779b1u, key.k3 ^ (row << 16) ^ (row >> 16), key.k0};
}

// Draws succeed at probability p iff they are at most this.
inline int32_t bar(double p) { return int32_t(int64_t(std::ceil(p * 2147483648.0)) - 1); }

struct Sequence {
  uint32_t a, b, c, counter;
  explicit Sequence(Key key) : a(key.k0), b(key.k1), c(key.k2), counter(key.k3) {
    for (int k = 0; k < 12; k++) next();
  }
  uint32_t next() {
    uint32_t result = a + b + counter++;
    a = b ^ (b >> 9);
    b = c + (c << 3);
    c = ((c << 21) | (c >> 11)) + result;
    return result;
  }
};
