#pragma once

#include <cmath>

namespace cargo::demo {

// Three floats, in metres or as a colour of 0 to 1. The car stands at the origin: x forward, y left, z up.
struct Vec3
{
    float x = 0;
    float y = 0;
    float z = 0;

    friend Vec3 operator+(Vec3 a, Vec3 b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
    friend Vec3 operator-(Vec3 a, Vec3 b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
    friend Vec3 operator*(Vec3 a, float k) { return {a.x * k, a.y * k, a.z * k}; }
    friend Vec3 operator*(Vec3 a, Vec3 b) { return {a.x * b.x, a.y * b.y, a.z * b.z}; }
};
inline float dot(Vec3 a, Vec3 b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
inline Vec3 cross(Vec3 a, Vec3 b) { return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x}; }
inline Vec3 normalized(Vec3 a)
{
    const float length = std::sqrt(dot(a, a));
    return length > 1e-9f ? a * (1 / length) : Vec3{0, 0, 1};
}
inline Vec3 mix(Vec3 a, Vec3 b, float t) { return a * (1 - t) + b * t; }
inline float clamped(float v) { return v < 0 ? 0 : v > 1 ? 1 : v; }
// 0 below a, 1 above b, smooth between; a may be greater than b.
inline float smooth(float a, float b, float v)
{
    const float t = clamped((v - a) / (b - a));
    return t * t * (3 - 2 * t);
}

} // namespace cargo::demo
