import QtQuick
import CarGo.Deals

DealsView {
    id: root
    detail: Component { DealPage { key: root.shown; dealId: root.shown; back: false } }
    emptyText: qsTr("Choose a car, ask the driver, agree. The bank holds the money until you have the car.")
    emptyAction: qsTr("Find a car")
    emptyTab: "search"
}
