#include "server/providers/search/engine/meaning/truncated_svd.h"

#include <Eigen/Dense>
#include <Eigen/SparseCore>

#include <algorithm>
#include <cmath>

namespace cargo::search::engine {

namespace {
using Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Sparse = Eigen::Map<const Eigen::SparseMatrix<float, Eigen::RowMajor, int>>;

constexpr uint32_t kOversampling = 16;
constexpr int kPowerIterations = 2;
constexpr double kNothing = 1e-5; // of the greatest singular value: what single precision cannot tell from nought

// Signs by chance: as good as normal numbers here, and the same with every standard library.
Matrix randomSigns(Eigen::Index rows, Eigen::Index columns)
{
    Matrix signs(rows, columns);
    uint64_t state = 0x9E37'79B9'7F4A'7C15ull;
    for (Eigen::Index i = 0; i < signs.size(); ++i) {
        state += 0x9E37'79B9'7F4A'7C15ull; // SplitMix64
        uint64_t z = (state ^ (state >> 30)) * 0xBF58'476D'1CE4'E5B9ull;
        z = (z ^ (z >> 27)) * 0x94D0'49BB'1331'11EBull;
        signs.data()[i] = (z >> 63) != 0 ? 1.0F : -1.0F;
    }
    return signs;
}

Matrix orthonormal(const Matrix &columns)
{
    const Eigen::HouseholderQR<Eigen::MatrixXf> qr{Eigen::MatrixXf(columns)};
    Eigen::MatrixXf thin = Eigen::MatrixXf::Identity(columns.rows(), columns.cols());
    thin.applyOnTheLeft(qr.householderQ());
    return thin;
}
} // namespace

RightFactors truncatedSvd(const SparseRows &matrix, uint32_t rank, const std::atomic<bool> *stop)
{
    const auto stopped = [stop] { return stop && stop->load(std::memory_order_relaxed); };
    const auto isNumber = [](float value) { return std::isfinite(value); };
    RightFactors factors;
    rank = std::min({rank, matrix.rows(), matrix.columns});
    if (rank == 0 || matrix.value.empty() || !std::all_of(matrix.value.begin(), matrix.value.end(), isNumber))
        return factors;
    const auto directions = Eigen::Index(std::min({rank + kOversampling, matrix.rows(), matrix.columns}));
    const Sparse a(Eigen::Index(matrix.rows()), Eigen::Index(matrix.columns), Eigen::Index(matrix.value.size()),
                   reinterpret_cast<const int *>(matrix.rowStart.data()), reinterpret_cast<const int *>(matrix.column.data()),
                   matrix.value.data());
    Matrix onRows = a * randomSigns(Eigen::Index(matrix.columns), directions);
    Matrix onColumns = a.transpose() * orthonormal(onRows);
    for (int i = 0; i < kPowerIterations && !stopped(); ++i) {
        onRows = a * orthonormal(onColumns);
        onColumns = a.transpose() * orthonormal(onRows);
    }
    if (stopped())
        return factors;
    // The small matrix B = Qᵀ A is onColumnsᵀ: its right singular vectors come from the eigenvectors of B Bᵀ.
    const Eigen::MatrixXd tall = onColumns.cast<double>();
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(tall.transpose() * tall);
    const Eigen::VectorXd squares = solver.eigenvalues().cwiseMax(0.0); // ascending
    const double greatest = std::sqrt(squares[directions - 1]);
    Eigen::MatrixXd turn(directions, rank);
    for (; factors.rank < rank; ++factors.rank) {
        const Eigen::Index from = directions - 1 - Eigen::Index(factors.rank);
        const double value = std::sqrt(squares[from]);
        if (!(value > greatest * kNothing))
            break;
        turn.col(Eigen::Index(factors.rank)) = solver.eigenvectors().col(from) / value;
        factors.values.push_back(float(value));
    }
    factors.right.resize(size_t(matrix.columns) * factors.rank);
    Eigen::Map<Matrix>(factors.right.data(), Eigen::Index(matrix.columns), Eigen::Index(factors.rank)) =
        (tall * turn.leftCols(Eigen::Index(factors.rank))).cast<float>();
    return factors;
}

} // namespace cargo::search::engine
