#include "server/demo/car_shape.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace cargo::demo {

namespace {
constexpr float kPi = 3.14159265f;

struct Key
{
    float x;
    float z;
};

// A smooth line through points in ascending x (monotone cubic, so that it never swings over).
float alongKeys(const std::vector<Key> &keys, float x)
{
    if (x <= keys.front().x)
        return keys.front().z;
    if (x >= keys.back().x)
        return keys.back().z;
    size_t i = 0;
    while (x > keys[i + 1].x)
        ++i;
    const auto slope = [&](size_t n) { return (keys[n + 1].z - keys[n].z) / (keys[n + 1].x - keys[n].x); };
    const auto tangent = [&](size_t n) {
        if (n == 0)
            return slope(0);
        if (n + 1 == keys.size())
            return slope(n - 1);
        const float a = slope(n - 1);
        const float b = slope(n);
        return a * b <= 0 ? 0.0f : 2 * a * b / (a + b);
    };
    const float h = keys[i + 1].x - keys[i].x;
    const float t = (x - keys[i].x) / h;
    const float t2 = t * t;
    const float t3 = t2 * t;
    return (2 * t3 - 3 * t2 + 1) * keys[i].z + (t3 - 2 * t2 + t) * h * tangent(i) + (-2 * t3 + 3 * t2) * keys[i + 1].z
           + (t3 - t2) * h * tangent(i + 1);
}

float signedPower(float v, float exponent) { return v < 0 ? -std::pow(-v, exponent) : std::pow(v, exponent); }

// 1 in the middle, falling towards the ends like a quarter of a circle.
float endRounding(const CarShape &shape, float x, float reach, float atEnd)
{
    const float d = clamped((shape.halfLength() - std::fabs(x)) / reach);
    return atEnd + (1 - atEnd) * std::sqrt(1 - (1 - d) * (1 - d));
}

using Point = std::function<Vec3(float u, float v)>;

// A surface over u, v in 0..1, with normals of the surface itself.
void addSurface(std::vector<Triangle> *mesh, Part part, int columns, int rows, const Point &point)
{
    std::vector<Vec3> at(size_t((columns + 1) * (rows + 1)));
    const auto index = [&](int c, int r) { return size_t(r * (columns + 1) + c); };
    for (int r = 0; r <= rows; ++r) {
        for (int c = 0; c <= columns; ++c)
            at[index(c, r)] = point(float(c) / float(columns), float(r) / float(rows));
    }
    std::vector<Vec3> normals(at.size());
    for (int r = 0; r < rows; ++r) {
        for (int c = 0; c < columns; ++c) {
            const Vec3 n = cross(at[index(c + 1, r)] - at[index(c, r)], at[index(c, r + 1)] - at[index(c, r)])
                           + cross(at[index(c, r + 1)] - at[index(c + 1, r + 1)], at[index(c + 1, r)] - at[index(c + 1, r + 1)]);
            for (const size_t i : {index(c, r), index(c + 1, r), index(c, r + 1), index(c + 1, r + 1)})
                normals[i] = normals[i] + n;
        }
    }
    for (Vec3 &normal : normals)
        normal = normalized(normal);
    const auto vertex = [&](int c, int r) { return Vertex{at[index(c, r)], normals[index(c, r)]}; };
    for (int r = 0; r < rows; ++r) {
        for (int c = 0; c < columns; ++c) {
            mesh->push_back({{vertex(c, r), vertex(c + 1, r), vertex(c, r + 1)}, part});
            mesh->push_back({{vertex(c + 1, r), vertex(c + 1, r + 1), vertex(c, r + 1)}, part});
        }
    }
}

float shellHalfWidth(const CarShape &shape, float x)
{
    const float end = std::fabs(x) / shape.halfLength();
    return shape.width / 2 * (1 - 0.07f * end * end * end) * endRounding(shape, x, 0.30f, 0.78f);
}

Vec3 shellPoint(const CarShape &shape, float u, float v)
{
    // Points crowd at the ends, where the surface turns.
    const float x = std::cos(u * kPi) * shape.halfLength();
    const float low = shape.clearance + 0.10f * (1 - endRounding(shape, x, 0.5f, 0.0f));
    const float high = low + (shellTop(shape, x) - low) * endRounding(shape, x, 0.16f, 0.86f);
    const float angle = v * kPi;
    const float z = low + (high - low) * std::pow(std::max(std::sin(angle), 0.0f), 0.42f);
    // Sides lean in a little towards the sill.
    const float lean = 1 - 0.045f * clamped(1 - (z - low) / 0.45f);
    return {x, signedPower(std::cos(angle), 0.30f) * shellHalfWidth(shape, x) * lean, z};
}

Vec3 cabinPoint(const CarShape &shape, float u, float v)
{
    const float x = shape.screenBase + (shape.rearBase - shape.screenBase) * u;
    const float foot = shape.belt - 0.06f;
    const float top = std::max(roofTop(shape, x), foot);
    const float angle = v * kPi;
    const float z = foot + (top - foot) * std::pow(std::max(std::sin(angle), 0.0f), 0.36f);
    const float rise = clamped((z - foot) / (shape.height - foot));
    const float half = shellHalfWidth(shape, x) * (0.965f - 0.19f * rise);
    return {x, signedPower(std::cos(angle), 0.34f) * half, z};
}

void addEndCap(std::vector<Triangle> *mesh, const CarShape &shape, bool front)
{
    const float u = front ? 0.0f : 1.0f;
    const float x = front ? shape.halfLength() : -shape.halfLength();
    const Vec3 normal = {front ? 1.0f : -1.0f, 0, 0.08f};
    const Vertex middle{{x, 0, (shellTop(shape, x) + shape.clearance) * 0.5f}, normal};
    constexpr int kSteps = 48;
    // The last step closes the outline along the sill.
    for (int i = 0; i <= kSteps; ++i) {
        const Vertex a{shellPoint(shape, u, float(i) / kSteps), normal};
        const Vertex b{shellPoint(shape, u, float((i + 1) % (kSteps + 1)) / kSteps), normal};
        mesh->push_back({{middle, a, b}, Part::Shell});
    }
}

void addWheel(std::vector<Triangle> *mesh, const CarShape &shape, float axle, float side)
{
    const float radius = shape.wheelRadius;
    const float outer = side * (shape.width / 2 - 0.015f);
    const float inner = side * (shape.width / 2 - 0.27f);
    addSurface(mesh, Part::Wheel, 48, 4, [&](float u, float v) {
        const float angle = side * u * 2 * kPi;
        // The tyre's shoulder is round.
        const float r = radius * (1 - 0.05f * std::pow(std::fabs(2 * v - 1), 4.0f));
        return Vec3{axle + r * std::cos(angle), outer + (inner - outer) * v, radius + r * std::sin(angle)};
    });
    const Vec3 normal{0, side, 0};
    const Vertex hub{{axle, outer, radius}, normal};
    constexpr int kSteps = 64;
    for (int i = 0; i < kSteps; ++i) {
        const auto rim = [&](int n) {
            const float angle = -side * float(n) / kSteps * 2 * kPi;
            return Vertex{{axle + 0.95f * radius * std::cos(angle), outer, radius + 0.95f * radius * std::sin(angle)}, normal};
        };
        mesh->push_back({{hub, rim(i), rim(i + 1)}, Part::Wheel});
    }
}

void addBox(std::vector<Triangle> *mesh, Vec3 low, Vec3 high, Part part)
{
    const std::array<Vec3, 3> axes = {Vec3{1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, 0, 1}};
    const Vec3 middle = (low + high) * 0.5f;
    const Vec3 half = (high - low) * 0.5f;
    for (size_t i = 0; i < 3; ++i) {
        for (const float sign : {-1.0f, 1.0f}) {
            const Vec3 normal = axes[i] * sign;
            const Vec3 a = axes[(i + 1) % 3] * half;
            const Vec3 b = axes[(i + 2) % 3] * half;
            const Vec3 at = middle + normal * half;
            const Vertex corners[4] = {{at - a - b, normal}, {at + a - b, normal}, {at + a + b, normal}, {at - a + b, normal}};
            mesh->push_back({{corners[0], corners[1], corners[2]}, part});
            mesh->push_back({{corners[0], corners[2], corners[3]}, part});
        }
    }
}
} // namespace

const CarShape &CarShape::of(Body body)
{
    //                    length width height clear wheel fAxle  rAxle  hood  belt  deck  scrB  scrT  rTop   rBase   clad  doors
    static const CarShape kShapes[] = {
        /* Sedan */ {4.80f, 1.84f, 1.45f, 0.20f, 0.335f, 1.45f, -1.38f, 0.78f, 0.96f, 1.02f, 1.02f, 0.22f, -0.95f, -1.78f, false,
                     2},
        /* Hatchback */
        {4.20f, 1.79f, 1.47f, 0.19f, 0.325f, 1.28f, -1.28f, 0.80f, 0.97f, 0.97f, 0.98f, 0.30f, -1.45f, -2.02f, false, 2},
        /* Suv */ {4.65f, 1.90f, 1.69f, 0.29f, 0.385f, 1.40f, -1.34f, 0.98f, 1.12f, 1.12f, 0.98f, 0.36f, -1.70f, -2.24f, true, 2},
        /* Wagon */
        {4.82f, 1.84f, 1.47f, 0.20f, 0.335f, 1.45f, -1.38f, 0.79f, 0.97f, 0.97f, 1.02f, 0.24f, -1.72f, -2.34f, false, 2},
        /* Minivan */
        {4.90f, 1.90f, 1.82f, 0.21f, 0.345f, 1.52f, -1.50f, 0.92f, 1.08f, 1.08f, 1.48f, 0.58f, -2.02f, -2.40f, false, 2},
        /* Pickup */
        {5.35f, 1.90f, 1.80f, 0.36f, 0.410f, 1.66f, -1.62f, 1.06f, 1.18f, 1.14f, 1.06f, 0.52f, -0.72f, -0.98f, true, 2},
        /* Coupe */
        {4.55f, 1.87f, 1.32f, 0.16f, 0.345f, 1.36f, -1.30f, 0.74f, 0.90f, 0.96f, 0.82f, 0.02f, -0.72f, -1.88f, false, 1},
    };
    return kShapes[size_t(body)];
}

float shellTop(const CarShape &shape, float x)
{
    const float end = shape.halfLength();
    const std::vector<Key> keys = {{-end, shape.deck - 0.03f},
                                   {-end + 0.18f, shape.deck},
                                   {shape.rearBase + 0.25f, shape.belt + 0.01f},
                                   {-0.2f, shape.belt - 0.01f},
                                   {shape.screenBase - 0.10f, shape.belt},
                                   {end - 0.75f, shape.hood + 0.06f},
                                   {end - 0.25f, shape.hood},
                                   {end, shape.hood - 0.10f}};
    return alongKeys(keys, x);
}

float roofTop(const CarShape &shape, float x)
{
    const float screen = shape.screenBase - shape.screenTop;
    const float rear = shape.rearTop - shape.rearBase;
    const float foot = shape.belt - 0.06f;
    const float rise = shape.height - foot;
    const std::vector<Key> keys = {{shape.rearBase, foot},
                                   {shape.rearBase + 0.5f * rear, foot + rise * 0.58f},
                                   {shape.rearTop, shape.height - 0.075f},
                                   {shape.rearTop + 0.35f, shape.height - 0.025f},
                                   {(shape.rearTop + shape.screenTop) * 0.5f + 0.1f, shape.height},
                                   {shape.screenTop - 0.12f, shape.height - 0.03f},
                                   {shape.screenTop + 0.18f * screen, shape.height - 0.10f},
                                   {shape.screenTop + 0.60f * screen, foot + rise * 0.43f},
                                   {shape.screenBase, foot}};
    return alongKeys(keys, x);
}

std::vector<Triangle> meshOf(const CarShape &shape)
{
    std::vector<Triangle> mesh;
    addSurface(&mesh, Part::Shell, 160, 64, [&](float u, float v) { return shellPoint(shape, u, v); });
    addEndCap(&mesh, shape, true);
    addEndCap(&mesh, shape, false);
    addSurface(&mesh, Part::Cabin, 120, 64, [&](float u, float v) { return cabinPoint(shape, u, v); });
    for (const float side : {-1.0f, 1.0f}) {
        addWheel(&mesh, shape, shape.frontAxle, side);
        addWheel(&mesh, shape, shape.rearAxle, side);
        const Vec3 mirror{shape.screenBase - 0.42f, side * (shape.width / 2 + 0.07f), shape.belt + 0.06f};
        addSurface(&mesh, Part::Mirror, 24, 16, [&](float u, float v) {
            const float a = u * 2 * kPi;
            const float b = (v - 0.5f) * kPi;
            return mirror + Vec3{0.075f * std::cos(b) * std::cos(a), 0.125f * std::cos(b) * std::sin(a), 0.075f * std::sin(b)};
        });
    }
    // What one would see through the wheel arches.
    addBox(&mesh, {-shape.halfLength() + 0.25f, -shape.width / 2 + 0.30f, shape.clearance + 0.02f},
           {shape.halfLength() - 0.25f, shape.width / 2 - 0.30f, shape.belt - 0.35f}, Part::Underbody);
    return mesh;
}

} // namespace cargo::demo
