import QtQuick
import CarGo.Ui

// A sum, as loud as its role: thin spaces, the sign behind. `wasMinor` is the price before, struck out; `approxText` the
// same sum in the currency of the seller.
Flow {
    id: root
    property real amountMinor: 0
    property string currency: "RUB"
    property string role: "price"
    property real wasMinor: NaN
    property string approxText
    property color color: Theme.ink
    readonly property string text: Figures.money(amountMinor, currency)
    readonly property string wasText: isNaN(wasMinor) ? "" : Figures.money(wasMinor, currency)

    spacing: Theme.s2
    Accessible.role: Accessible.StaticText
    Accessible.name: text + (wasText !== "" ? ", " + qsTr("was %1").arg(wasText) : "") + (approxText !== "" ? ", " + approxText : "")
    TextMetrics { id: natural; font.family: sum.font.family; font.pixelSize: Theme.px(sum.size); font.weight: sum.weight; text: root.text }
    Label { id: sum; role: root.role; width: root.width > 0 ? Math.min(Math.ceil(natural.advanceWidth) + 2, root.width) : implicitWidth; fontSizeMode: Text.HorizontalFit; minimumPixelSize: 14; elide: Text.ElideNone; text: root.text; color: root.color; Accessible.ignored: true }
    component Beside: Label { role: "second"; height: Math.max(implicitHeight, sum.height); verticalAlignment: Text.AlignVCenter; Accessible.ignored: true }
    Beside { visible: text !== ""; text: root.wasText; font.strikeout: true }
    Beside { visible: text !== ""; text: root.approxText }
}
