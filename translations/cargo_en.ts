<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
    <context>
        <name>ChatsPage</name>
        <message numerus="yes">
            <source>%n unread</source>
            <translation>
                <numerusform>%n unread</numerusform>
                <numerusform>%n unread</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DealPage</name>
        <message numerus="yes">
            <source>New term: %n day(s)</source>
            <translation>
                <numerusform>New term: %n day</numerusform>
                <numerusform>New term: %n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DriverCard</name>
        <message numerus="yes">
            <source>★ %1 · %n review(s)</source>
            <translation>
                <numerusform>★ %1 · %n review</numerusform>
                <numerusform>★ %1 · %n reviews</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n deal(s) done</source>
            <translation>
                <numerusform>%n deal done</numerusform>
                <numerusform>%n deals done</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ListingModel</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <comment>delivery</comment>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RatingStars</name>
        <message numerus="yes">
            <source>%n star(s)</source>
            <translation>
                <numerusform>%n star</numerusform>
                <numerusform>%n stars</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SearchPage</name>
        <message numerus="yes">
            <source>%n car(s)</source>
            <translation>
                <numerusform>%n car</numerusform>
                <numerusform>%n cars</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Show %n car(s)</source>
            <translation>
                <numerusform>Show %n car</numerusform>
                <numerusform>Show %n cars</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>cargo::client::Format</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>cargo::deals::DealViewModel</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <comment>delivery</comment>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
    </context>
</TS>
