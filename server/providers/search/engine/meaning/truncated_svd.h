#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace cargo::search::engine {

// Rows of few numbers among many noughts: row r has the columns and values from rowStart[r] up to rowStart[r + 1], columns
// ascending, none twice.
struct SparseRows
{
    uint32_t columns = 0;
    std::vector<uint32_t> rowStart{0};
    std::vector<uint32_t> column;
    std::vector<float> value;

    uint32_t rows() const { return uint32_t(rowStart.size()) - 1; }
};

// The strongest directions of the columns' space, the strongest first: A ≈ U · diag(singular) · rightᵀ.
struct RightFactors
{
    uint32_t rank = 0;         // may be less than was asked for: there are no more directions
    std::vector<float> right;  // a row of `rank` numbers for each column of A; its columns are orthonormal
    std::vector<float> values; // singular values, descending
};

// Randomised (Halko, Martinsson, Tropp 2011, algorithm 4.4 with a few more directions than asked for), with a fixed seed: the
// same matrix gives the same factors. Memory: about 4 · 3 · (rows + columns) · (rank + 16) bytes beside the matrix. `stop` may
// be set by another thread, and then the rank is 0; so it is with a matrix that holds nothing or a number that is none.
RightFactors truncatedSvd(const SparseRows &matrix, uint32_t rank, const std::atomic<bool> *stop = nullptr);

} // namespace cargo::search::engine
