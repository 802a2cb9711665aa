import QtQuick
import QtQuick.Templates as T

// Parts the actions of a menu.
T.MenuSeparator {
    implicitHeight: 9
    implicitWidth: 100
    contentItem: Item { Rectangle { width: parent.width; height: 1; y: 4; color: Theme.line } }
}
