import QtQuick
import CarGo.Ui

// What somebody wrote about a driver.
Column {
    id: root
    required property int index
    required property string author
    required property int rating
    required property string comment
    required property string moment
    spacing: Theme.s1
    Divider {}
    Item { width: 1; height: Theme.s1 }
    Flow {
        width: parent.width
        spacing: Theme.s2
        RatingStars { value: root.rating }
        Label { role: "second"; width: Math.min(implicitWidth, root.width); text: root.author + " · " + root.moment }
    }
    Label { visible: text !== ""; text: root.comment; width: parent.width; size: 14; wrapMode: Text.WordWrap }
}
