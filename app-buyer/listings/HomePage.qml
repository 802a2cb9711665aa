import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Listings

Page {
    id: root
    source: home
    readonly property bool wide: width >= Theme.wideFrom
    bar: false
    title: qsTr("Home")
    HomeViewModel { id: home }
    RecommendationsViewModel { id: picks }
    component Corner: Row {
        IconButton { objectName: "home.favourites"; iconName: "favorite_border"; text: qsTr("Favourites"); onClicked: Nav.go("favourites") }
        IconButton { objectName: "home.notifications"; iconName: "notifications_none"; iconSize: 26; dot: Session.news > 0; text: Session.news > 0 ? qsTr("Notifications, %n unread", "", Session.news) : qsTr("Notifications"); onClicked: Session.signedIn ? Nav.go("notifications") : Nav.askSignIn({ name: "notifications", params: {} }) }
    }
    ListingGrid {
        anchors.fill: parent
        viewModel: home
        side: root.side
        emptyTitle: qsTr("No cars yet")
        emptyText: qsTr("As soon as drivers publish cars, they appear here.")
        emptyAction: qsTr("Look again")
        onEmptyActed: home.reload()
        head: Column {
            spacing: Theme.s3
            topPadding: root.wide ? Theme.s4 : 0
            bottomPadding: Theme.s3
            Item {
                visible: !root.wide
                width: parent.width
                height: 64
                Label { anchors.verticalCenter: parent.verticalCenter; text: "CarGo"; display: true; size: 28; weight: Font.Bold; color: Theme.brand }
                Corner { anchors { right: parent.right; rightMargin: -Theme.s3; verticalCenter: parent.verticalCenter } }
            }
            Item {
                width: parent.width
                height: box.height
                SearchField { id: box; objectName: "home.search"; name: qsTr("Search for a car"); placeholder: qsTr("RAV4 from Japan up to 2.8 million"); width: root.wide ? parent.width - 2 * Theme.touch - Theme.s4 : parent.width; door: true; onOpened: Nav.openTab("search") }
                Corner { visible: root.wide; anchors { right: parent.right; verticalCenter: parent.verticalCenter } }
            }
            ContinueDeal { width: parent.width; deal: home.deal }
            Flickable {
                width: parent.width + root.side
                height: Theme.touch
                contentWidth: chips.width + root.side
                boundsBehavior: Flickable.StopAtBounds
                Row {
                    id: chips
                    spacing: Theme.s2
                    Chip { text: qsTr("All"); strong: true; onClicked: Nav.openTab("search") }
                    Chip { objectName: "home.pick"; iconName: "lightbulb"; text: qsTr("Help me choose"); onClicked: Nav.go("picker") }
                    Repeater {
                        model: [ { query: "country_from=JP", text: qsTr("Japan") }, { query: "country_from=KR", text: qsTr("Korea") }, { query: "country_from=CN", text: qsTr("China") },
                                 { query: "body_type=suv", text: qsTr("SUV") }, { query: "fuel=hybrid", text: qsTr("Hybrid") }, { query: "price_to=200000000", text: qsTr("up to 2 million ₽") } ]
                        Chip { required property var modelData; text: modelData.text; onClicked: Nav.go("search", { query: modelData.query }) }
                    }
                }
            }
            ForYou { x: -root.side; width: parent.width + 2 * root.side; side: root.side; vm: picks }
            Label { visible: picks.model.count > 0 && home.model.count > 0; role: "heading"; topPadding: Theme.s3; text: qsTr("Offered lately") }
        }
    }
}
