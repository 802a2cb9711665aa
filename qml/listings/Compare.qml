pragma Singleton
import QtQuick
import CarGo.Ui

// The cars that are to be seen side by side: at most four, picked from lists and pages, kept while the app runs.
QtObject {
    id: root
    readonly property int most: 4
    property var cars: []                  // [{listingId, title, price, photo}]

    // `among` is there for bindings: they look again when the list changes.
    function has(listingId, among) { return (among ?? cars).some(car => car.listingId === listingId) }
    function drop(listingId) { cars = cars.filter(car => car.listingId !== listingId) }
    function clear() { cars = [] }
    function toggle(car) {
        if (has(car.listingId))
            drop(car.listingId)
        else if (cars.length >= most)
            Nav.tell(qsTr("Four cars can be compared at once. Take one away first."), { action: qsTr("Show"), run: () => Nav.go("compare") })
        else
            cars = cars.concat([car])
    }
}
