pragma Singleton
import QtQuick

// Words about the texts of the house.
QtObject {
    function kind(name) { return name === "agreement" ? qsTr("Agreement") : qsTr("Help and rules") }
    function audience(name) { return name === "buyer" ? qsTr("Buyers") : name === "driver" ? qsTr("Drivers") : qsTr("Everybody") }
    function fault(one) {
        const what = {
            html: qsTr("HTML is not shown"), picture: qsTr("pictures are not shown"), no_anchor: qsTr("the heading has no {#anchor}"),
            bad_anchor: qsTr("an anchor is a-z, 0-9 and hyphens"), anchor_twice: qsTr("the anchor stands here twice"),
            bad_level: qsTr("headings are ## and ###"), bad_link: qsTr("the link leads nowhere"), unclosed: qsTr("** is not closed")
        }
        return qsTr("Line %1: %2 (%3)").arg(one.line).arg(what[one.kind] ?? one.kind).arg(one.what)
    }
}
