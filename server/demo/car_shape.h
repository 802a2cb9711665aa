#pragma once

#include "server/demo/vec3.h"

#include <vector>

namespace cargo::demo {

enum class Body { Sedan, Hatchback, Suv, Wagon, Minivan, Pickup, Coupe };

// The measures of a car, in metres; x is along the car with the nose in front.
struct CarShape
{
    float length, width, height;
    float clearance; // of the sills
    float wheelRadius, frontAxle, rearAxle;
    float hood, belt, deck;      // heights: front edge of the hood, windows' lower edge, boot or bed
    float screenBase, screenTop; // where the windscreen begins and ends
    float rearTop, rearBase;     // where the roof ends, and where the rear window does
    bool cladding;               // dark plastic around the sills and arches
    int doors;                   // on one side

    static const CarShape &of(Body body);
    float halfLength() const { return length / 2; }
};

enum class Part { Shell, Cabin, Wheel, Mirror, Underbody };

struct Vertex
{
    Vec3 at;
    Vec3 normal;
};

struct Triangle
{
    Vertex corner[3];
    Part part;
};

// The car's surface, fine enough that its outline looks round.
std::vector<Triangle> meshOf(const CarShape &shape);

// Heights of the surfaces along the car; the painter asks them too, to put windows and lamps where they belong.
float shellTop(const CarShape &shape, float x);
float roofTop(const CarShape &shape, float x);

} // namespace cargo::demo
