import QtQuick
import CarGo.Ui

GalleryPage {
    id: root
    property string view: "list"
    property string tab: "active"
    Section {
        title: qsTr("Buttons")
        Repeater {
            model: [ { kind: "filled", text: qsTr("Pay 2 650 000 ₽") }, { kind: "tonal", text: qsTr("Write to the driver") }, { kind: "outline", text: qsTr("Compare") }, { kind: "text", text: qsTr("Show all") }, { kind: "danger", text: qsTr("There is a problem") }, { kind: "destructive", text: qsTr("Delete the account") } ]
            Flow {
                id: line
                required property var modelData
                width: parent.width
                spacing: Theme.s2
                Button { width: Math.min(implicitWidth, parent.width); kind: line.modelData.kind; text: line.modelData.text }
                Button { kind: line.modelData.kind; text: qsTr("Not now"); enabled: false }
                Button { kind: line.modelData.kind; text: qsTr("Wait"); busy: true }
            }
        }
        ButtonRow {
            width: parent.width
            Button { width: parent.cell; kind: "outline"; iconName: "chat_bubble_outline"; text: qsTr("Chat") }
            Button { width: parent.cell; kind: "danger"; iconName: "report_gmailerrorred"; text: qsTr("Problem") }
        }
        Button { width: parent.width; iconName: "lock"; text: qsTr("Pay through the bank: the driver gets the money after the handover") }
    }
    Section {
        title: qsTr("Signs")
        Flow {
            width: parent.width
            IconButton { iconName: "favorite_border"; text: qsTr("To favourites") }
            IconButton { iconName: "favorite"; color: Theme.danger; text: qsTr("Out of favourites") }
            IconButton { iconName: "notifications_none"; dot: true; text: qsTr("Notifications") }
            IconButton { iconName: "grid_view"; checkable: true; checked: true; text: qsTr("As a grid") }
            IconButton { iconName: "share"; enabled: false; text: qsTr("Share") }
            IconButton { iconName: "send"; color: Theme.brandInk; disc: Theme.brand; discSize: 48; text: qsTr("Send") }
        }
    }
    Section {
        title: qsTr("Chips")
        Flow {
            width: parent.width
            spacing: Theme.s2
            Chip { text: qsTr("All"); checkable: true; checked: true }
            Chip { text: qsTr("Japan"); checkable: true }
            Chip { text: qsTr("Korea"); checkable: true; count: "1 204" }
            Chip { text: qsTr("Price"); menu: true }
            Chip { text: qsTr("up to 3 million"); removable: true }
            Chip { text: qsTr("Body"); iconName: "directions_car"; checkable: true }
            Chip { text: qsTr("Sold"); enabled: false }
        }
    }
    Section {
        title: qsTr("One of a few")
        SegmentedControl { width: parent.width; name: qsTr("View"); value: root.view; onChosen: value => root.view = value; model: [ { value: "list", text: qsTr("List"), iconName: "view_list" }, { value: "grid", text: qsTr("Grid"), iconName: "grid_view" }, { value: "map", text: qsTr("Route"), iconName: "route" } ] }
        SegmentedControl { width: parent.width; name: qsTr("Where it is"); value: "order"; model: [ { value: "here", text: qsTr("In stock") }, { value: "order", text: qsTr("To order") }, { value: "way", text: qsTr("On the way") } ] }
        Tabs { width: parent.width; name: qsTr("Deals"); value: root.tab; onChosen: value => root.tab = value; model: [ { value: "active", text: qsTr("Active"), count: 2 }, { value: "done", text: qsTr("Finished") }, { value: "dispute", text: qsTr("Disputes"), count: 12 }, { value: "archive", text: qsTr("Archive") } ] }
    }
    Section {
        title: qsTr("Cannot be taken back")
        SlideToConfirm { width: parent.width; text: qsTr("Slide: I have the car") }
        SlideToConfirm { width: parent.width; dangerous: true; iconName: "report_problem"; text: qsTr("Slide to cancel the deal") }
        SlideToConfirm { width: parent.width; busy: true; text: qsTr("Confirming") }
        SlideToConfirm { width: parent.width; enabled: false; text: qsTr("Photos are missing") }
    }
}
