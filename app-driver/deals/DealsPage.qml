import QtQuick
import CarGo.Deals

DealsView {
    id: root
    detail: Component { DealPage { key: root.shown; dealId: root.shown; back: false } }
    emptyText: qsTr("Publish a car and answer those who ask. The bank holds the money until the buyer has the car.")
    emptyAction: qsTr("To my cars")
    emptyTab: "listings"
}
