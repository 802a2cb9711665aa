#include "server/demo/car_painter.h"

#include "server/demo/scene.h"

#include <algorithm>
#include <limits>

namespace cargo::demo {

namespace {
// Looks at the car from outside; maps points to pixels of the supersampled picture.
struct Camera
{
    Vec3 eye, right, up, forward;
    float focal; // pixels
    float centerX, centerY;

    static Camera of(View view, const CarShape &shape, QSize pixels)
    {
        const float reach = shape.length * 0.5f + shape.height * 0.55f;
        Vec3 eye{0.15f, -reach * 4.1f, 1.30f};
        if (view == View::FrontQuarter)
            eye = Vec3{reach * 2.75f, -reach * 2.35f, 1.62f};
        else if (view == View::RearQuarter)
            eye = Vec3{-reach * 2.80f, -reach * 2.25f, 1.72f};
        const Vec3 target{view == View::Side ? 0.0f : (view == View::FrontQuarter ? 0.12f : -0.12f), 0, shape.height * 0.47f};
        Camera c;
        c.eye = eye;
        c.forward = normalized(target - eye);
        c.right = normalized(cross(c.forward, {0, 0, 1}));
        c.up = cross(c.right, c.forward);
        const float distance = std::sqrt(dot(target - eye, target - eye));
        c.focal = float(pixels.width()) * distance / (shape.length * (view == View::Side ? 1.30f : 1.16f));
        c.centerX = float(pixels.width()) * 0.5f;
        c.centerY = float(pixels.height()) * 0.55f;
        return c;
    }
    // x, y in pixels, z is the depth.
    Vec3 project(Vec3 p) const
    {
        const Vec3 v = p - eye;
        const float depth = dot(v, forward);
        return {centerX + focal * dot(v, right) / depth, centerY - focal * dot(v, up) / depth, depth};
    }
    Vec3 ray(float x, float y) const
    {
        return normalized(forward + right * ((x - centerX) / focal) + up * ((centerY - y) / focal));
    }
    float horizon() const
    {
        const Vec3 level = normalized({forward.x, forward.y, 0});
        return centerY - focal * dot(level, up) / dot(level, forward);
    }
};

struct Surface
{
    Vec3 color;
    float gloss = 0;   // how much of the surroundings is seen in it
    float glow = 0;    // lamps
    bool gone = false; // a hole
};

const Vec3 kRubber{0.035f, 0.036f, 0.040f};
const Vec3 kPlastic{0.055f, 0.057f, 0.062f};
const Vec3 kGlass{0.018f, 0.024f, 0.028f};

Vec3 colorOf(const QColor &c)
{
    return {float(c.redF() * c.redF()), float(c.greenF() * c.greenF()), float(c.blueF() * c.blueF())};
}

bool between(float v, float low, float high) { return v >= low && v <= high; }

class Painter
{
public:
    explicit Painter(const CarPicture &picture)
        : m_picture(picture), m_shape(CarShape::of(picture.body)), m_scene(Scene::of(picture.country, picture.variant)),
          m_size(picture.size * kSamples), m_camera(Camera::of(picture.view, m_shape, m_size)), m_paint(colorOf(picture.paint)),
          m_image(m_size, QImage::Format_RGB32),
          m_depth(size_t(m_size.width()) * size_t(m_size.height()), std::numeric_limits<float>::max())
    {
    }

    QImage run()
    {
        m_image.fill(Qt::black);
        paintSky(&m_image, m_scene, m_picture.country, m_camera.horizon(), m_picture.variant);
        m_pixels = reinterpret_cast<QRgb *>(m_image.bits()); // rows of four-byte pixels have no padding
        paintGround();
        // The nearest first: what they hide is not lit at all.
        std::vector<Triangle> mesh = meshOf(m_shape);
        const auto away = [this](const Triangle &t) {
            return dot(t.corner[0].at + t.corner[1].at + t.corner[2].at, m_camera.forward);
        };
        std::sort(mesh.begin(), mesh.end(), [&away](const Triangle &a, const Triangle &b) { return away(a) < away(b); });
        for (const Triangle &triangle : mesh)
            fill(triangle);
        return m_image.scaled(m_picture.size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }

private:
    static constexpr int kSamples = 2; // a side: four samples a pixel

    void put(int x, int y, Vec3 linear)
    {
        // A soft shoulder, so that bright paint keeps its colour.
        const auto tone = [](float v) { return std::sqrt(clamped(v * (1 + v * 0.12f) / (1 + v * 0.24f))); };
        m_pixels[size_t(y) * size_t(m_size.width()) + size_t(x)] =
            qRgb(int(tone(linear.x) * 255), int(tone(linear.y) * 255), int(tone(linear.z) * 255));
    }

    // A gamma of 2: near enough to what screens do, and cheap.
    static Vec3 linear(Vec3 c) { return c * c; }

    static float noise(int x, int y)
    {
        quint32 n = quint32(x) * 374761393u + quint32(y) * 668265263u;
        n = (n ^ (n >> 13)) * 1274126177u;
        return float((n ^ (n >> 16)) & 0xFFFF) / 65535.0f;
    }

    void paintGround()
    {
        const int first = std::max(0, int(m_camera.horizon()));
        const Vec3 asphalt = linear(m_scene.ground);
        const Vec3 haze = linear(m_scene.horizon);
        const float halfLength = m_shape.halfLength();
        const float halfWidth = m_shape.width / 2;
        // Soft as it is, one sample a pixel is enough.
        for (int y = first / kSamples * kSamples; y < m_size.height(); y += kSamples) {
            for (int x = 0; x < m_size.width(); x += kSamples) {
                const Vec3 ray = m_camera.ray(float(x), float(y));
                if (ray.z > -1e-4f)
                    continue;
                const float t = -m_camera.eye.z / ray.z;
                const Vec3 at = m_camera.eye + ray * t;
                // Grain near by, patches everywhere.
                const float grain = noise(int(std::floor(at.x * 55)), int(std::floor(at.y * 55))) - 0.5f;
                const float patch = std::sin(at.x * 0.7f + std::sin(at.y * 0.5f)) * std::sin(at.y * 0.6f + 1.3f);
                Vec3 color = asphalt * (1 + 0.16f * grain * clamped(9 / t) + 0.06f * patch);
                // Lines of a parking place.
                const float line = std::min(std::fabs(at.y - 2.1f), std::fabs(at.y + 2.1f));
                if (line < 0.06f && std::fabs(at.x) < 6)
                    color = mix(color, {0.72f, 0.72f, 0.70f}, 0.75f);
                // The car's shadow: dark under it, fading out around it.
                const float dx = std::max(std::fabs(at.x) - halfLength + 0.22f, 0.0f);
                const float dy = std::max(std::fabs(at.y) - halfWidth + 0.16f, 0.0f);
                const float away = std::sqrt(dx * dx + dy * dy);
                const float sx = std::max(std::fabs(at.x + 0.30f) - halfLength + 0.35f, 0.0f);
                const float sy = std::max(std::fabs(at.y - 0.55f) - halfWidth - 0.15f, 0.0f);
                const float cast = std::sqrt(sx * sx + sy * sy);
                color = color * (1 - 0.88f * (1 - smooth(0.0f, 0.42f, away))) * (1 - 0.45f * (1 - smooth(0.0f, 0.45f, cast)));
                const Vec3 seen = mix(color, haze, 0.85f * smooth(25, 260, t));
                for (int i = 0; i < kSamples * kSamples; ++i)
                    put(x + i % kSamples, y + i / kSamples, seen);
            }
        }
    }

    void fill(const Triangle &triangle)
    {
        Vec3 p[3];
        for (int i = 0; i < 3; ++i)
            p[i] = m_camera.project(triangle.corner[i].at);
        const float area = (p[1].x - p[0].x) * (p[2].y - p[0].y) - (p[2].x - p[0].x) * (p[1].y - p[0].y);
        if (std::fabs(area) < 1e-6f)
            return;
        const int left = std::max(0, int(std::floor(std::min({p[0].x, p[1].x, p[2].x}))));
        const int right = std::min(m_size.width() - 1, int(std::ceil(std::max({p[0].x, p[1].x, p[2].x}))));
        const int top = std::max(0, int(std::floor(std::min({p[0].y, p[1].y, p[2].y}))));
        const int bottom = std::min(m_size.height() - 1, int(std::ceil(std::max({p[0].y, p[1].y, p[2].y}))));
        // Along a row the shares of the corners grow evenly.
        const float stepA = (p[1].y - p[2].y) / area;
        const float stepB = (p[2].y - p[0].y) / area;
        for (int y = top; y <= bottom; ++y) {
            const float px = float(left) + 0.5f;
            const float py = float(y) + 0.5f;
            const float firstA = ((p[1].x - px) * (p[2].y - py) - (p[2].x - px) * (p[1].y - py)) / area;
            const float firstB = ((p[2].x - px) * (p[0].y - py) - (p[0].x - px) * (p[2].y - py)) / area;
            float *depths = m_depth.data() + size_t(y) * size_t(m_size.width());
            for (int x = left; x <= right; ++x) {
                const float a = firstA + stepA * float(x - left);
                const float b = firstB + stepB * float(x - left);
                const float c = 1 - a - b;
                if (a < 0 || b < 0 || c < 0)
                    continue;
                const float depth = a * p[0].z + b * p[1].z + c * p[2].z;
                float &nearest = depths[x];
                if (depth >= nearest)
                    continue;
                const Vertex *v = triangle.corner;
                const Vec3 at = v[0].at * a + v[1].at * b + v[2].at * c;
                Vec3 normal = normalized(v[0].normal * a + v[1].normal * b + v[2].normal * c);
                const Vec3 view = normalized(at - m_camera.eye);
                const bool inside = dot(normal, view) > 0.15f && triangle.part != Part::Mirror;
                const Surface surface = surfaceAt(triangle.part, at, &normal);
                if (surface.gone)
                    continue;
                nearest = depth;
                put(x, y, inside ? Vec3{0.006f, 0.006f, 0.007f} : lit(surface, at, normal, view));
            }
        }
    }

    Vec3 lit(const Surface &surface, Vec3 at, Vec3 normal, Vec3 view) const
    {
        if (dot(normal, view) > 0)
            normal = normal - view * (dot(normal, view) * 1.02f);
        const float facing = clamped(-dot(normal, view));
        const float sun = clamped(dot(normal, m_scene.sun));
        const float sky = 0.5f + 0.5f * normal.z;
        // Close to the ground less light arrives.
        const float low = 0.45f + 0.55f * smooth(0.05f, 0.75f, at.z);
        const Vec3 ambient = mix(linear(m_scene.ground) * 0.55f, linear(mix(m_scene.horizon, m_scene.zenith, 0.45f)), sky) * low;
        Vec3 color = surface.color * (ambient * 0.95f + Vec3{1.0f, 0.96f, 0.90f} * (0.85f * sun));
        if (surface.gloss > 0) {
            const Vec3 mirrored = view - normal * (2 * dot(view, normal));
            const float grazing = (1 - facing) * (1 - facing);
            const float fresnel = 0.045f + 0.955f * grazing * grazing * (1 - facing);
            const Vec3 seen = linear(m_scene.reflected(mirrored)) * (0.55f + 0.45f * low);
            color = color * (1 - fresnel * surface.gloss) + seen * (surface.gloss * (fresnel + 0.05f));
            const float towardsSun = dot(mirrored, m_scene.sun);
            if (towardsSun > 0.95f)
                color = color + Vec3{1.0f, 0.97f, 0.92f} * (2.2f * std::pow(towardsSun, 220.0f) * surface.gloss);
        }
        return color + surface.color * surface.glow;
    }

    Surface surfaceAt(Part part, Vec3 at, Vec3 *normal) const
    {
        switch (part) {
        case Part::Shell: return shell(at, normal);
        case Part::Cabin: return cabin(at, *normal);
        case Part::Wheel: return wheel(at, normal);
        case Part::Mirror: return {m_picture.variant % 3 == 0 ? kPlastic : m_paint, 0.8f};
        case Part::Underbody: break;
        }
        return {{0.008f, 0.008f, 0.009f}};
    }

    bool inArch(Vec3 at, float radius) const
    {
        for (const float axle : {m_shape.frontAxle, m_shape.rearAxle}) {
            const float dx = at.x - axle;
            const float dz = at.z - m_shape.wheelRadius;
            if (dx * dx + dz * dz < radius * radius)
                return true;
        }
        return false;
    }

    Surface shell(Vec3 at, Vec3 *normal) const
    {
        const CarShape &s = m_shape;
        const float side = std::fabs(at.y) / (s.width / 2);
        const float archRadius = s.wheelRadius * 1.13f;
        if (std::fabs(at.y) > s.width / 2 - 0.34f && inArch(at, archRadius)) {
            Surface hole;
            hole.gone = true;
            return hole;
        }
        const float fromNose = s.halfLength() - at.x;
        const float fromTail = at.x + s.halfLength();
        if (fromNose < 0.42f) {
            if (const auto lamp = front(at, side, fromNose); lamp.gloss > 0)
                return lamp;
        }
        if (fromTail < 0.36f) {
            if (const auto lamp = rear(at, side, fromTail); lamp.gloss > 0)
                return lamp;
        }
        if (s.cladding && (at.z < s.clearance + 0.17f || (side > 0.8f && inArch(at, archRadius + 0.075f))))
            return {kPlastic, 0.12f};
        if (at.z < s.clearance + 0.055f)
            return {kPlastic, 0.2f};
        if (m_picture.body == Body::Pickup && at.x < s.rearBase - 0.02f && normal->z > 0.75f && side < 0.80f)
            return {kPlastic * 0.6f, 0.02f}; // the open bed
        if (std::fabs(normal->y) > 0.6f) {
            if (const auto detail = sideDetail(at); detail.gloss > 0)
                return detail;
            crease(at, normal);
        } else if (normal->z > 0.7f && at.x > s.screenBase - 0.05f) {
            // The hood's seams and its two folds.
            const float fold = std::fabs(std::fabs(at.y) - (0.30f + 0.12f * (s.halfLength() - at.x)));
            if (fold < 0.05f)
                normal->y += 0.10f * (1 - fold / 0.05f) * (at.y > 0 ? -1.0f : 1.0f);
            *normal = normalized(*normal);
        }
        return {m_paint, 1.0f};
    }

    // Two folds along the side catch the light.
    void crease(Vec3 at, Vec3 *normal) const
    {
        const float shoulder = m_shape.belt - 0.17f + 0.03f * at.x / m_shape.halfLength();
        const float sill = m_shape.clearance + 0.24f - 0.05f * at.x / m_shape.halfLength();
        normal->z +=
            0.30f
            * (smooth(0.10f, 0.0f, std::fabs(at.z - shoulder - 0.03f)) - smooth(0.10f, 0.0f, std::fabs(at.z - shoulder + 0.08f)));
        normal->z += 0.28f * smooth(0.12f, 0.0f, std::fabs(at.z - sill));
        *normal = normalized(*normal);
    }

    Surface sideDetail(Vec3 at) const
    {
        const CarShape &s = m_shape;
        const float front = s.screenBase - 0.30f;
        const float back = s.doors == 1 ? -0.55f : std::max(s.rearAxle + 0.30f, s.rearBase + 0.12f);
        const float middle = s.doors == 1 ? back : (front + back) * 0.5f - 0.02f;
        const float low = s.clearance + 0.12f;
        if (between(at.x, back, front) && between(at.z, low, s.belt)) {
            for (const float seam : {front, middle, back}) {
                if (std::fabs(at.x - seam - 0.04f * (at.z - low)) < 0.0065f)
                    return {kRubber, 0.01f};
            }
            if (std::fabs(at.z - low) < 0.006f)
                return {kRubber, 0.01f};
        }
        for (const float seam : {middle, back}) {
            if (seam == middle && s.doors == 1)
                continue;
            const float dx = at.x - seam - 0.17f;
            const float dz = at.z - (s.belt - 0.145f);
            const float acrossX = dx * dx / (0.105f * 0.105f);
            const float acrossZ = dz * dz / (0.020f * 0.020f);
            if (acrossX * acrossX + acrossZ * acrossZ < 1)
                return m_picture.variant % 2 ? Surface{{0.55f, 0.56f, 0.58f}, 0.9f} : Surface{m_paint * 0.75f, 1.0f};
        }
        return {};
    }

    Surface front(Vec3 at, float side, float fromNose) const
    {
        const CarShape &s = m_shape;
        const float brow = s.hood - 0.115f;
        const float lampLow = brow - 0.115f - 0.03f * (1 - side);
        if (side > 0.50f && fromNose < 0.40f * side && between(at.z, lampLow, brow + 0.035f * (side - 0.5f))) {
            const float rim = std::min({at.z - lampLow, brow - at.z, (side - 0.50f) * 0.8f});
            const float eye = std::min(std::fabs(side - 0.63f), std::fabs(side - 0.80f));
            if (rim < 0.012f)
                return {{0.35f, 0.36f, 0.38f}, 0.8f};
            if (eye < 0.055f)
                return {{0.95f, 0.97f, 1.0f}, 0.9f, 0.55f};
            return {{0.20f, 0.22f, 0.25f}, 0.9f};
        }
        const float grilleLow = brow - 0.30f;
        if (fromNose < 0.16f && side < 0.44f && between(at.z, grilleLow, brow - 0.01f)) {
            if (side > 0.415f || at.z > brow - 0.03f || at.z < grilleLow + 0.018f)
                return {{0.62f, 0.63f, 0.65f}, 0.9f};
            if (at.z > (grilleLow + brow) / 2 - 0.035f && at.z < (grilleLow + brow) / 2 + 0.035f && side < 0.08f)
                return {{0.75f, 0.76f, 0.78f}, 0.9f};
            const float bar = std::fabs(std::fmod(at.z * 22.0f + 100.0f, 1.0f) - 0.5f);
            return bar < 0.16f ? Surface{{0.22f, 0.23f, 0.24f}, 0.6f} : Surface{{0.012f, 0.012f, 0.013f}, 0.05f};
        }
        if (fromNose < 0.20f && side < 0.74f && between(at.z, s.clearance + 0.085f, s.clearance + 0.175f))
            return {{0.014f, 0.014f, 0.015f}, 0.06f};
        if (fromNose < 0.10f && std::fabs(at.y) < 0.26f && between(at.z, grilleLow - 0.125f, grilleLow - 0.015f)) {
            const bool frame = std::fabs(at.y) > 0.25f || at.z > grilleLow - 0.024f || at.z < grilleLow - 0.116f;
            return frame ? Surface{kPlastic, 0.3f} : Surface{{0.78f, 0.79f, 0.80f}, 0.25f};
        }
        return {};
    }

    Surface rear(Vec3 at, float side, float fromTail) const
    {
        const CarShape &s = m_shape;
        const float high = s.deck - 0.10f;
        const float low =
            high
            - (m_picture.body == Body::Suv || m_picture.body == Body::Minivan || m_picture.body == Body::Pickup ? 0.24f : 0.15f);
        if (side > 0.56f && fromTail < 0.34f * side && between(at.z, low + 0.03f * (1 - side), high)) {
            const float rim = std::min({high - at.z, at.z - low, (side - 0.56f) * 0.8f});
            if (rim < 0.014f)
                return {{0.10f, 0.006f, 0.008f}, 0.9f};
            const bool white = at.z < low + 0.055f && side < 0.82f;
            return white ? Surface{{0.70f, 0.70f, 0.72f}, 0.9f, 0.15f} : Surface{{0.58f, 0.016f, 0.022f}, 0.95f, 0.55f};
        }
        if (fromTail < 0.10f && side < 0.56f && between(at.z, high - 0.045f, high - 0.020f))
            return m_picture.variant % 2 ? Surface{{0.52f, 0.015f, 0.02f}, 0.9f, 0.4f} : Surface{{0.60f, 0.61f, 0.63f}, 0.9f};
        if (fromTail < 0.10f && std::fabs(at.y) < 0.26f && between(at.z, low - 0.09f, low + 0.02f)) {
            const bool frame = std::fabs(at.y) > 0.25f || at.z > low + 0.011f || at.z < low - 0.081f;
            return frame ? Surface{kPlastic, 0.3f} : Surface{{0.78f, 0.79f, 0.80f}, 0.25f};
        }
        if (fromTail < 0.30f && at.z < s.clearance + 0.16f)
            return {kPlastic, 0.2f};
        // The tailgate's seam.
        if (fromTail < 0.2f && side < 0.80f && std::fabs(at.z - (low - 0.17f)) < 0.007f)
            return {kRubber, 0.01f};
        return {};
    }

    Surface cabin(Vec3 at, Vec3 normal) const
    {
        const CarShape &s = m_shape;
        const float top = roofTop(s, at.x);
        const float left = top - at.z;
        const float half = std::fabs(at.y);
        const float foot = s.belt + 0.012f;
        if (std::fabs(normal.y) > 0.55f) {
            const float back = s.rearBase + (m_picture.body == Body::Pickup ? 0.14f : 0.30f);
            const float middle =
                s.doors == 1 ? -1e3f : (s.screenBase - 0.30f + std::max(s.rearAxle + 0.30f, s.rearBase + 0.12f)) * 0.5f - 0.03f;
            const float quarter = s.rearAxle + 0.34f;
            const bool longCabin = s.rearBase < s.rearAxle - 0.5f && s.doors == 2;
            if (at.z > foot && left > 0.085f && at.x > back && at.x < s.screenBase - 0.36f) {
                if (std::fabs(at.x - middle) < 0.045f || (longCabin && std::fabs(at.x - quarter) < 0.04f))
                    return {kRubber, 0.35f};
                return {kGlass, 1.15f};
            }
            if (at.z < foot + 0.002f && at.z > foot - 0.020f && at.x < s.screenBase - 0.30f)
                return m_picture.variant % 2 ? Surface{{0.58f, 0.59f, 0.61f}, 0.9f} : Surface{kRubber, 0.5f};
            if (at.z > foot && left > 0.060f && at.x > back - 0.03f && at.x < s.screenBase - 0.33f)
                return {kRubber, 0.3f};
            return {m_paint, 1.0f};
        }
        const float edge = s.width / 2 * (0.945f - 0.185f * clamped((at.z - s.belt) / (s.height - s.belt))) - half;
        if (at.x > s.screenTop - 0.10f && edge > 0.075f && at.z < s.height - 0.045f)
            return {kGlass, 1.2f};
        const bool steep = normal.x < -0.30f;
        const float rearLow = s.belt + (s.rearTop - s.rearBase < 0.7f ? 0.08f : 0.03f);
        if (steep && at.x < s.rearTop && edge > 0.10f && at.z > rearLow && at.z < s.height - 0.14f)
            return {kGlass, 1.1f};
        if (m_picture.variant % 4 == 2 && normal.z > 0.8f && edge > 0.16f
            && between(at.x, s.rearTop + 0.35f, s.screenTop - 0.25f))
            return {kGlass, 1.1f}; // a roof of glass
        return {m_paint, 1.0f};
    }

    Surface wheel(Vec3 at, Vec3 *normal) const
    {
        const float axle =
            std::fabs(at.x - m_shape.frontAxle) < std::fabs(at.x - m_shape.rearAxle) ? m_shape.frontAxle : m_shape.rearAxle;
        const float dx = at.x - axle;
        const float dz = at.z - m_shape.wheelRadius;
        const float r = std::sqrt(dx * dx + dz * dz) / m_shape.wheelRadius;
        if (std::fabs(normal->y) < 0.9f)
            return {kRubber, 0.03f};
        const float bend = std::sin(r * 9.0f) * 0.25f;
        *normal = normalized(*normal + Vec3{dx, 0, dz} * (bend / m_shape.wheelRadius));
        if (r > 0.74f)
            return {r < 0.76f ? kRubber * 0.4f : kRubber, 0.05f};
        const Vec3 metal = m_picture.variant % 3 == 1 ? Vec3{0.045f, 0.046f, 0.05f} : Vec3{0.42f, 0.43f, 0.45f};
        if (r > 0.685f)
            return {metal * 1.15f, 0.9f};
        if (r < 0.115f)
            return {r < 0.07f ? metal * 0.5f : metal, 0.8f};
        const int spokes = m_picture.variant % 2 ? 5 : 10;
        const float turn = std::atan2(dz, dx) / (2 * 3.14159265f) + 1.0f;
        const float within = std::fabs(std::fmod(turn * float(spokes), 1.0f) - 0.5f);
        const float width = spokes == 5 ? 0.20f + 0.10f * (0.4f - r) : 0.21f + 0.25f * (0.35f - r);
        if (within < width) {
            const float round = within / width;
            *normal = normalized(
                *normal
                + Vec3{-dz, 0, dx}
                      * (round * 1.2f / m_shape.wheelRadius * (std::fmod(turn * float(spokes), 1.0f) > 0.5f ? 1.0f : -1.0f)));
            return {metal * (1.05f - 0.35f * round * round), 0.9f};
        }
        if (r > 0.22f && r < 0.52f)
            return {{0.16f, 0.16f, 0.17f}, 0.2f}; // the brake's disc
        return {{0.012f, 0.012f, 0.013f}, 0.02f};
    }

    const CarPicture &m_picture;
    const CarShape &m_shape;
    Scene m_scene;
    QSize m_size;
    Camera m_camera;
    Vec3 m_paint;
    QImage m_image;
    QRgb *m_pixels = nullptr; // of m_image
    std::vector<float> m_depth;
};
} // namespace

QImage paintCar(const CarPicture &picture)
{
    if (picture.view == View::Interior) {
        const Scene scene = Scene::of(picture.country, picture.variant);
        return paintInterior(scene, picture.country, picture.paint, picture.size, picture.variant);
    }
    return Painter(picture).run();
}

QColor paintOf(const QString &colorWord)
{
    static const std::pair<const char *, QColor> kPaints[] = {
        {"white", QColor(238, 239, 240)}, {"black", QColor(26, 27, 30)},   {"silver", QColor(186, 190, 195)},
        {"gray", QColor(104, 109, 116)},  {"red", QColor(168, 24, 30)},    {"blue", QColor(28, 66, 138)},
        {"green", QColor(32, 78, 58)},    {"brown", QColor(92, 62, 44)},   {"beige", QColor(205, 190, 164)},
        {"yellow", QColor(226, 178, 36)}, {"orange", QColor(206, 92, 28)}, {"purple", QColor(84, 50, 112)},
        {"gold", QColor(186, 154, 96)},
    };
    for (const auto &[word, color] : kPaints) {
        if (colorWord == QLatin1String(word))
            return color;
    }
    return QColor(120, 124, 130);
}

} // namespace cargo::demo
