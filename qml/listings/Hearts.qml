pragma Singleton
import QtQuick
import CarGo.Ui
import CarGo.Listings

// Words about a heart that offer to take it back. They outlive the page that said them: a page that still shows the car
// carries the wish out itself and says so with `carried`, else it goes to the server from here.
QtObject {
    id: root
    property bool carried: false
    property HeartKeeper keeper: HeartKeeper {}
    signal wished(string listingId, bool favourite)
    signal settled(string listingId)       // nobody took it back

    function offer(text, listingId, favourite) {
        Nav.tell(text, { action: qsTr("Undo"), run: () => wish(listingId, favourite), gone: () => settled(listingId) })
    }
    function wish(listingId, favourite) {
        carried = false
        wished(listingId, favourite)
        if (!carried)
            keeper.set(listingId, favourite)
    }
}
