// The numbers that the emulated cuBLAS and cuDNN compute with: operands are widened to double, sums are kept in double,
// and a result is rounded once. bf16 is the upper half of a float; TF32 a float with 10 bits of mantissa.
#pragma once
#include <cmath>
#include <cstdint>
#include <cstring>
#include <vector>

namespace emulation {

/// How an operand lies in memory.
enum class Element { FLOAT, BFLOAT16 };

inline size_t bytesOf(Element element) { return element == Element::FLOAT ? 4 : 2; }

inline uint32_t bitsOf(float value) {
  uint32_t bits;
  std::memcpy(&bits, &value, sizeof bits);
  return bits;
}

inline float fromBits(uint32_t bits) {
  float value;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

/// Rounds to TF32: to nearest, ties away from zero, as the PTX instruction cvt.rna.tf32.f32 does.
inline float toTf32(float value) {
  return std::isfinite(value) ? fromBits((bitsOf(value) + 0x1000u) & ~0x1fffu) : value;
}

/// Rounds to bf16: to nearest, ties to even.
inline uint16_t toBf16(float value) {
  uint32_t bits = bitsOf(value);
  if (std::isnan(value)) return static_cast<uint16_t>(bits >> 16 | 0x40u);
  return static_cast<uint16_t>((bits + 0x7fffu + (bits >> 16 & 1u)) >> 16);
}

inline double load(const void* data, Element element, size_t index) {
  if (element == Element::FLOAT) return static_cast<const float*>(data)[index];
  return fromBits(static_cast<uint32_t>(static_cast<const uint16_t*>(data)[index]) << 16);
}

inline void store(void* data, Element element, size_t index, double value) {
  float rounded = static_cast<float>(value);
  if (element == Element::FLOAT) {
    static_cast<float*>(data)[index] = rounded;
  } else {
    static_cast<uint16_t*>(data)[index] = toBf16(rounded);
  }
}

/// An operand, widened; fp32 ones first rounded to TF32 where tensor cores would do so.
inline std::vector<double> widened(const void* data, Element element, size_t count, bool tf32) {
  std::vector<double> out(count);
  for (size_t i = 0; i < count; i++) {
    double value = load(data, element, i);
    out[i] = tf32 && element == Element::FLOAT ? toTf32(static_cast<float>(value)) : value;
  }
  return out;
}

/// out = alpha * result + beta * out, rounded once; beta = 0 does not read out.
inline void blend(double alpha, double result, double beta, void* out, Element element, size_t index) {
  store(out, element, index, beta == 0 ? alpha * result : alpha * result + beta * load(out, element, index));
}

/// Whether [a, a + bytesA) and [b, b + bytesB) share a byte.
inline bool overlap(const void* a, size_t bytesA, const void* b, size_t bytesB) {
  auto startA = reinterpret_cast<uintptr_t>(a), startB = reinterpret_cast<uintptr_t>(b);
  return startA < startB + bytesB && startB < startA + bytesA;
}

}  // namespace emulation
