#pragma once

#include <cstddef>
#include <cstdint>

// What bits.h does, for processors with registers of 512 bits (AVX-512 F and BW), whose comparisons give bits by themselves.
namespace cargo::search::engine::wide {

inline constexpr size_t kAhead = 16; // places that list() writes behind the last bit

// Whether this processor has them. Elsewhere nothing below may be called.
bool isThere();

void list(const uint64_t *bits, size_t words, uint32_t *out);
void scan(const uint8_t *values, size_t words, uint8_t low, uint8_t high, uint64_t *out);
void scan(const uint16_t *values, size_t words, uint16_t low, uint16_t high, uint64_t *out);
void scan(const uint32_t *values, size_t words, uint32_t low, uint32_t high, uint64_t *out);
void scanSums(const uint64_t *bits, size_t words, const uint32_t *first, uint32_t mask, const uint16_t *second, uint32_t least,
              uint64_t *out);

} // namespace cargo::search::engine::wide
