import QtQuick
import CarGo.Ui

GalleryPage {
    Section {
        title: qsTr("Nothing here")
        component Framed: Card { width: parent ? parent.width : 0; padding: 0 }
        Framed { StateView { width: parent.width; phase: "empty"; emptyIcon: "favorite_border"; emptyTitle: qsTr("No favourites yet"); emptyText: qsTr("Press the heart on a car: we tell you when its price falls."); emptyAction: qsTr("Look at cars") } }
        Framed { StateView { width: parent.width; phase: "error"; errorText: qsTr("The server answers with an error. Your deals and money are safe."); traceText: qsTr("For the support: %1").arg("7f3a-91c2") } }
        Framed { StateView { width: parent.width; phase: "offline" } }
        Framed { StateView { width: parent.width; phase: "denied"; errorText: qsTr("Only the two sides of a deal see it.") } }
        Framed { StateView { width: parent.width; phase: "missing" } }
        Framed { StateView { width: parent.width; phase: "maintenance" } }
        Framed { StateView { width: parent.width; phase: "update" } }
    }
    Section {
        title: qsTr("Something old is shown")
        StateView { width: parent.width; phase: "offline"; stale: true; errorText: qsTr("As of 09:40"); Card { width: parent.width; Label { text: "Toyota RAV4, 2020"; role: "bar" } MoneyText { amountMinor: 265000000; width: parent.width } } }
    }
    Section {
        title: qsTr("What comes")
        SkeletonList { width: parent.width; rows: 1 }
        SkeletonList { width: parent.width; rows: 1; photos: true }
        SkeletonGrid { width: parent.width; cellWidth: parent.width; cellHeight: 300; count: 1 }
        SkeletonChat { width: parent.width }
    }
}
