#pragma once

#include "server/demo/car_painter.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace cargo::demo {

// One car of the demonstration: the body of POST listings without photos, and what its pictures show.
struct DemoCar
{
    QJsonObject listing;
    CarPicture picture;
};

// The same cars every time: real makes and models, plausible years, mileages, prices and Russian descriptions.
std::vector<DemoCar> demoCars(int count);

struct DemoPerson
{
    QString email;
    QString name;
    bool driver = false;
};
// Everybody's password is kDemoPassword.
std::vector<DemoPerson> demoPeople();
inline constexpr char kDemoPassword[] = "cargo-demo-2026";
inline constexpr char kDemoStaffEmail[] = "staff@demo.cargo.example";

} // namespace cargo::demo
