<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en_GB">
<context>
    <name>AboutPage</name>
    <message>
        <source>About CarGo</source>
        <translation>О CarGo</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Версия %1</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Лицензии</translation>
    </message>
    <message>
        <source>CarGo: GPL-3.0-or-later</source>
        <translation>CarGo: GPL-3.0-or-later</translation>
    </message>
    <message>
        <source>Qt: LGPL-3.0</source>
        <translation>Qt: LGPL-3.0</translation>
    </message>
    <message>
        <source>Letters: Inter, SIL Open Font License 1.1</source>
        <translation>Шрифт: Inter, SIL Open Font License 1.1</translation>
    </message>
    <message>
        <source>Signs: Material Icons, Apache-2.0</source>
        <translation>Значки: Material Icons, Apache-2.0</translation>
    </message>
    <message>
        <source>Help and rules</source>
        <translation>Помощь и правила</translation>
    </message>
    <message>
        <source>Your agreement with CarGo</source>
        <translation>Ваше соглашение с CarGo</translation>
    </message>
    <message>
        <source>Privacy notice</source>
        <translation>Политика обработки данных</translation>
    </message>
</context>
<context>
    <name>AccountCard</name>
    <message>
        <source>E-mail confirmed</source>
        <translation>Почта подтверждена</translation>
    </message>
    <message>
        <source>Confirm the e-mail</source>
        <translation>Подтвердить почту</translation>
    </message>
    <message>
        <source>Look at cars without an account. To write, keep and buy, sign in.</source>
        <translation>Смотреть машины можно без аккаунта. Чтобы писать, сохранять и покупать, войдите.</translation>
    </message>
    <message>
        <source>Sign in or register</source>
        <translation>Войти или зарегистрироваться</translation>
    </message>
    <message>
        <source>The name is changed</source>
        <translation>Имя изменено</translation>
    </message>
    <message>
        <source>Change the name</source>
        <translation>Изменить имя</translation>
    </message>
    <message>
        <source>E-mail not confirmed: codes and receipts would not reach you</source>
        <translation>Почта не подтверждена: коды и чеки могут не дойти</translation>
    </message>
    <message>
        <source>Documents checked: deals without a limit</source>
        <translation>Документы проверены: сделки без ограничения суммы</translation>
    </message>
    <message>
        <source>Documents not checked: deals up to a limit</source>
        <translation>Документы не проверены: сделки до ограниченной суммы</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ваше имя</translation>
    </message>
    <message>
        <source>Drivers see it in chats, deals and reviews. Your e-mail and telephone they never see.</source>
        <translation>Водители видят его в чатах, сделках и отзывах. Почту и телефон они не видят никогда.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Confirm who you are</source>
        <translation>Подтвердить личность</translation>
    </message>
    <message>
        <source>Documents checked: your cars can be published</source>
        <translation>Документы проверены: машины можно публиковать</translation>
    </message>
    <message>
        <source>Documents not checked: your cars stay drafts</source>
        <translation>Документы не проверены: машины остаются черновиками</translation>
    </message>
    <message>
        <source>Buyers see it in chats, deals and reviews. Your e-mail and telephone they never see.</source>
        <translation>Его видят покупатели в чатах, сделках и отзывах. Почту и телефон они не видят никогда.</translation>
    </message>
</context>
<context>
    <name>AgeLine</name>
    <message>
        <source>It takes longer than usual</source>
        <translation>Это дольше обычного</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Подождать</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Не ждать</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
</context>
<context>
    <name>AgreementPage</name>
    <message>
        <source>Signed</source>
        <translation>Подписано</translation>
    </message>
    <message>
        <source>There is a newer version. Please look at it.</source>
        <translation>Вышла новая версия. Посмотрите её, пожалуйста.</translation>
    </message>
    <message>
        <source>A new version</source>
        <translation>Новая версия</translation>
    </message>
    <message>
        <source>You have signed it</source>
        <translation>Вы уже подписали</translation>
    </message>
    <message>
        <source>I agree</source>
        <translation>Согласен</translation>
    </message>
</context>
<context>
    <name>AmendmentCard</name>
    <message>
        <source>The driver proposes a change</source>
        <translation>Водитель предлагает изменение</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>delivery</comment>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Отказать</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Согласиться</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Срок</translation>
    </message>
    <message>
        <source>Without your yes the old terms stay, and the car comes all the same.</source>
        <translation>Без вашего согласия остаются прежние условия, и машину всё равно привезут.</translation>
    </message>
    <message>
        <source>The buyer proposes a change</source>
        <translation>Покупатель предлагает изменение</translation>
    </message>
    <message>
        <source>Without your yes the old terms stay, and nothing waits for it.</source>
        <translation>Без вашего согласия остаются прежние условия, и ничто этого не ждёт.</translation>
    </message>
</context>
<context>
    <name>AmendmentPage</name>
    <message>
        <source>Damage was found</source>
        <translation>Нашлось повреждение</translation>
    </message>
    <message>
        <source>The way takes longer</source>
        <translation>Дорога займёт больше времени</translation>
    </message>
    <message>
        <source>The car costs less</source>
        <translation>Машина стоит меньше</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Другая причина</translation>
    </message>
    <message>
        <source>Kept. It goes to CarGo as soon as there is a line.</source>
        <translation>Сохранено. Уйдёт в CarGo, как только появится связь.</translation>
    </message>
    <message>
        <source>Propose other terms</source>
        <translation>Предложить другие условия</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Что случилось</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Доказательство</translation>
    </message>
    <message>
        <source>New price, lower than %1</source>
        <translation>Новая цена, ниже %1</translation>
    </message>
    <message>
        <source>Only a lower price can be proposed: the bank holds no more than the buyer has paid.</source>
        <translation>Предложить можно только цену ниже: банк держит не больше, чем заплатил покупатель.</translation>
    </message>
    <message>
        <source>New term in days, now %1</source>
        <translation>Новый срок в днях, сейчас %1</translation>
    </message>
    <message>
        <source>What it means for you</source>
        <translation>Что это значит для вас</translation>
    </message>
    <message>
        <source>You receive</source>
        <translation>Вы получите</translation>
    </message>
    <message>
        <source>CarGo&apos;s fee</source>
        <translation>Комиссия CarGo</translation>
    </message>
    <message>
        <source>Back to the buyer</source>
        <translation>Вернётся покупателю</translation>
    </message>
    <message>
        <source>The number of amendments stands beside your stars. The stars themselves come from reviews alone.</source>
        <translation>Число изменений видно рядом с вашими звёздами. Сами звёзды складываются только из отзывов.</translation>
    </message>
    <message>
        <source>Propose it</source>
        <translation>Предложить</translation>
    </message>
</context>
<context>
    <name>AnglePair</name>
    <message>
        <source>now</source>
        <translation>сейчас</translation>
    </message>
    <message>
        <source>Same side</source>
        <translation>Та же сторона</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>не снято</translation>
    </message>
</context>
<context>
    <name>AngleSheet</name>
    <message>
        <source>Then and now</source>
        <translation>Тогда и сейчас</translation>
    </message>
    <message>
        <source>The same side</source>
        <translation>Та же сторона</translation>
    </message>
    <message>
        <source>At the pick-up, %1</source>
        <translation>При отправке, %1</translation>
    </message>
    <message>
        <source>Your photo</source>
        <translation>Ваше фото</translation>
    </message>
    <message>
        <source>now</source>
        <translation>сейчас</translation>
    </message>
    <message>
        <source>Then · now</source>
        <translation>Тогда · сейчас</translation>
    </message>
    <message>
        <source>Move the slider: what jumps is new. If it is damage, report a problem; this photo goes with it.</source>
        <translation>Двигайте ползунок: что меняется, то новое. Если это повреждение, сообщите о проблеме: фото уйдёт вместе с ней.</translation>
    </message>
    <message>
        <source>Stand where the driver stood, with the whole side in the picture, and take yours.</source>
        <translation>Встаньте там же, где стоял водитель, чтобы сторона вошла в кадр целиком, и снимите.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>Переснять</translation>
    </message>
    <message>
        <source>Take a photo</source>
        <translation>Снять</translation>
    </message>
    <message>
        <source>Show marked damage</source>
        <translation>Показать отмеченные повреждения</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>AngleTile</name>
    <message>
        <source>%1: taken, take it again</source>
        <translation>%1: снято, переснять</translation>
    </message>
    <message>
        <source>%1: still needed, take it</source>
        <translation>%1: ещё нужно, снять</translation>
    </message>
    <message>
        <source>%1: take it</source>
        <translation>%1: снять</translation>
    </message>
    <message>
        <source>%1 · needed</source>
        <translation>%1 · нужно</translation>
    </message>
</context>
<context>
    <name>AnglesCard</name>
    <message>
        <source>As it was at the pick-up</source>
        <translation>Какой её забрали</translation>
    </message>
    <message>
        <source>Take each side as the driver took it, and compare. Your photos stay on this device and go with a report, if there is one.</source>
        <translation>Снимите каждую сторону так же, как водитель, и сравните. Ваши фото остаются на этом устройстве и уйдут с сообщением о проблеме, если оно понадобится.</translation>
    </message>
    <message>
        <source>At the pick-up, photo %1</source>
        <translation>При отправке, фото %1</translation>
    </message>
    <message>
        <source>Your photo %1, compare</source>
        <translation>Ваше фото %1, сравнить</translation>
    </message>
    <message>
        <source>Take photo %1 from the same side</source>
        <translation>Снять фото %1 с той же стороны</translation>
    </message>
    <message numerus="yes">
        <source>All %n photo(s)</source>
        <translation>
            <numerusform>Все %n фото</numerusform>
            <numerusform>Все %n фото</numerusform>
            <numerusform>Все %n фото</numerusform>
        </translation>
    </message>
    <message>
        <source>The same side</source>
        <translation>Та же сторона</translation>
    </message>
    <message>
        <source>Stand so that the car covers the older photo</source>
        <translation>Встаньте так, чтобы машина совпала с прежним фото</translation>
    </message>
</context>
<context>
    <name>AppWindow</name>
    <message>
        <source>Please sign in again. Your deals and chats are safe.</source>
        <translation>Войдите ещё раз. Ваши сделки и чаты на месте.</translation>
    </message>
</context>
<context>
    <name>AppealCase</name>
    <message>
        <source>Uphold: it stays as it was decided</source>
        <translation>Оставить: решение верное</translation>
    </message>
    <message>
        <source>Overturn: it is taken back</source>
        <translation>Отменить решение</translation>
    </message>
    <message>
        <source>Waits for an answer</source>
        <translation>Ждёт ответа</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Отменено</translation>
    </message>
    <message>
        <source>Upheld</source>
        <translation>Оставлено в силе</translation>
    </message>
    <message>
        <source>You made this decision</source>
        <translation>Это решение приняли вы</translation>
    </message>
    <message>
        <source>So that the appeal is fair, a colleague hears it. You may leave him a note.</source>
        <translation>Чтобы всё было честно, обжалование рассматривает коллега. Вы можете оставить ему заметку.</translation>
    </message>
    <message>
        <source>Those who may make such a decision decide about it. You can look.</source>
        <translation>Решают те, кому доступны такие решения. Вам можно посмотреть.</translation>
    </message>
    <message>
        <source>What the user says</source>
        <translation>Что говорит пользователь</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>Что было решено</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Правило</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Кто решил</translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation>Действует до</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>О чём речь</translation>
    </message>
    <message>
        <source>What we answered</source>
        <translation>Что мы ответили</translation>
    </message>
    <message>
        <source>What else was decided about him</source>
        <translation>Другие решения о нём</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>отменено</translation>
    </message>
</context>
<context>
    <name>AskAgain</name>
    <message>
        <source>The line is back</source>
        <translation>Связь вернулась</translation>
    </message>
    <message>
        <source>Your payment got no answer. Nothing was paid twice. Go to the bank&apos;s page now?</source>
        <translation>На оплату не пришло ответа. Дважды ничего не оплачено. Перейти на страницу банка сейчас?</translation>
    </message>
    <message>
        <source>Your “yes, the car is here” got no answer. Say it again?</source>
        <translation>На ваше «да, машина у меня» не пришло ответа. Подтвердить ещё раз?</translation>
    </message>
    <message>
        <source>Your order to pay the driver got no answer. Give it again?</source>
        <translation>На распоряжение выплатить водителю не пришло ответа. Повторить?</translation>
    </message>
    <message>
        <source>Your order to cancel the deal got no answer. Give it again?</source>
        <translation>На отмену сделки не пришло ответа. Повторить?</translation>
    </message>
    <message>
        <source>Yes, again</source>
        <translation>Да, ещё раз</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>Audit</source>
        <translation>Аудит</translation>
    </message>
    <message>
        <source>Action, whole</source>
        <translation>Действие целиком</translation>
    </message>
    <message>
        <source>No line like this</source>
        <translation>Таких записей нет</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Действие</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>сервер</translation>
    </message>
    <message>
        <source>About</source>
        <translation>О чём</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Хеш</translation>
    </message>
    <message>
        <source>Number of who did it</source>
        <translation>Номер того, кто сделал</translation>
    </message>
    <message>
        <source>Number of a thing</source>
        <translation>Номер предмета</translation>
    </message>
    <message>
        <source>Check the chain</source>
        <translation>Проверить цепочку</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Выгрузить</translation>
    </message>
    <message>
        <source>Kept among the downloads: %1</source>
        <translation>Сохранено в загрузках: %1</translation>
    </message>
    <message>
        <source>The chain</source>
        <translation>Цепочка</translation>
    </message>
    <message>
        <source>The chain is broken</source>
        <translation>Цепочка нарушена</translation>
    </message>
    <message>
        <source>The chain holds</source>
        <translation>Цепочка цела</translation>
    </message>
    <message>
        <source>%1 lines of %2 things over %3 days were checked.</source>
        <translation>Проверено записей: %1, предметов: %2, дней: %3.</translation>
    </message>
</context>
<context>
    <name>BanCard</name>
    <message>
        <source>Decided</source>
        <translation>Решено</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>До</translation>
    </message>
    <message>
        <source>for good</source>
        <translation>навсегда</translation>
    </message>
    <message>
        <source>Your words</source>
        <translation>Ваши слова</translation>
    </message>
    <message>
        <source>Somebody decides who did not make this decision. Sign in here to see the answer.</source>
        <translation>Решает тот, кто этого решения не принимал. Ответ увидите здесь при входе.</translation>
    </message>
    <message>
        <source>The decision stands</source>
        <translation>Решение остаётся в силе</translation>
    </message>
    <message>
        <source>You can appeal once, until %1. Somebody reads it who did not make this decision.</source>
        <translation>Обжаловать можно один раз, до: %1. Прочтёт другой сотрудник.</translation>
    </message>
    <message>
        <source>Why it is wrong</source>
        <translation>Почему решение неверно</translation>
    </message>
    <message>
        <source>Appeal</source>
        <translation>Обжаловать</translation>
    </message>
    <message>
        <source>How appeals work</source>
        <translation>Как устроено обжалование</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Скрыть</translation>
    </message>
</context>
<context>
    <name>BarChart</name>
    <message numerus="yes">
        <source>%n bar(s). Highest: %1, %2</source>
        <translation>
            <numerusform>%n столбец. Самый высокий: %1, %2</numerusform>
            <numerusform>%n столбца. Самый высокий: %1, %2</numerusform>
            <numerusform>%n столбцов. Самый высокий: %1, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BlockedPage</name>
    <message>
        <source>Blocked people</source>
        <translation>Заблокированные</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Разблокировать</translation>
    </message>
    <message>
        <source>Unblock: %1</source>
        <translation>Разблокировать: %1</translation>
    </message>
    <message>
        <source>Nobody is blocked</source>
        <translation>Никто не заблокирован</translation>
    </message>
    <message>
        <source>In the menu of a chat you can block the other side: then no messages go between you.</source>
        <translation>В меню чата можно заблокировать собеседника: тогда сообщения между вами не ходят.</translation>
    </message>
</context>
<context>
    <name>Books</name>
    <message>
        <source>Buyer, outside</source>
        <translation>Покупатель, внешний</translation>
    </message>
    <message>
        <source>Held at the bank</source>
        <translation>Удержано в банке</translation>
    </message>
    <message>
        <source>Escrow</source>
        <translation>Эскроу</translation>
    </message>
    <message>
        <source>Owed to drivers</source>
        <translation>К выплате водителям</translation>
    </message>
    <message>
        <source>Our fee</source>
        <translation>Наша комиссия</translation>
    </message>
    <message>
        <source>Fee of the bank</source>
        <translation>Комиссия банка</translation>
    </message>
    <message>
        <source>Owed to buyers</source>
        <translation>К возврату покупателям</translation>
    </message>
    <message>
        <source>Loss by chargebacks</source>
        <translation>Потери от отзывов платежей</translation>
    </message>
    <message>
        <source>Clearing: %1</source>
        <translation>Расчёты: %1</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Удержано</translation>
    </message>
    <message>
        <source>Hold let go</source>
        <translation>Удержание снято</translation>
    </message>
    <message>
        <source>Taken into escrow</source>
        <translation>Принято в эскроу</translation>
    </message>
    <message>
        <source>Released to the driver</source>
        <translation>Передано водителю</translation>
    </message>
    <message>
        <source>Refund decided</source>
        <translation>Решено вернуть</translation>
    </message>
    <message>
        <source>Paid to the driver</source>
        <translation>Выплачено водителю</translation>
    </message>
    <message>
        <source>Paid back to the buyer</source>
        <translation>Возвращено покупателю</translation>
    </message>
    <message>
        <source>Payout came back</source>
        <translation>Выплата вернулась</translation>
    </message>
    <message>
        <source>Adjusted by hand</source>
        <translation>Исправлено вручную</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Пока нет</translation>
    </message>
    <message>
        <source>Waits for the buyer</source>
        <translation>Ждёт покупателя</translation>
    </message>
    <message>
        <source>Being taken into escrow</source>
        <translation>Переводится в эскроу</translation>
    </message>
    <message>
        <source>In escrow</source>
        <translation>В эскроу</translation>
    </message>
    <message>
        <source>Hold is being let go</source>
        <translation>Удержание снимается</translation>
    </message>
    <message>
        <source>Payout is ordered</source>
        <translation>Выплата поставлена</translation>
    </message>
    <message>
        <source>Payout is on its way</source>
        <translation>Выплата в пути</translation>
    </message>
    <message>
        <source>Refund is ordered</source>
        <translation>Возврат поставлен</translation>
    </message>
    <message>
        <source>Refund is on its way</source>
        <translation>Возврат в пути</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Не удалось</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Удержание</translation>
    </message>
    <message>
        <source>Take into escrow</source>
        <translation>Принять в эскроу</translation>
    </message>
    <message>
        <source>Let the hold go</source>
        <translation>Снять удержание</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Возврат</translation>
    </message>
    <message>
        <source>Payout</source>
        <translation>Выплата</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>ждёт</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>отправлено</translation>
    </message>
    <message>
        <source>outcome unknown</source>
        <translation>исход неизвестен</translation>
    </message>
    <message>
        <source>done</source>
        <translation>готово</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>не удалось</translation>
    </message>
</context>
<context>
    <name>BounceSheet</name>
    <message>
        <source>A contact would be hidden</source>
        <translation>Контакт будет скрыт</translation>
    </message>
    <message>
        <source>The other side will see “•••” instead: until a deal of yours is done, telephones, addresses and links stay hidden, because the bank returns money only for what was agreed here.</source>
        <translation>Собеседник увидит вместо него «•••»: пока ваша сделка не завершена, телефоны, адреса и ссылки скрыты, ведь банк возвращает деньги только за то, о чём договорились здесь.</translation>
    </message>
    <message>
        <source>If contacts are sent again and again, writing is paused for some time.</source>
        <translation>Если отправлять контакты снова и снова, переписка приостановится на время.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Send with it hidden</source>
        <translation>Отправить со скрытым</translation>
    </message>
</context>
<context>
    <name>Bubble</name>
    <message>
        <source>You: </source>
        <translation>Вы: </translation>
    </message>
    <message>
        <source>Answer: </source>
        <translation>Ответ: </translation>
    </message>
    <message>
        <source>waits</source>
        <translation>ждёт отправки</translation>
    </message>
    <message>
        <source>read</source>
        <translation>прочитано</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>отправлено</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Ещё раз</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>photos are on their way</source>
        <translation>фото отправляются</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n фото</numerusform>
            <numerusform>%n фото</numerusform>
            <numerusform>%n фото</numerusform>
        </translation>
    </message>
    <message>
        <source>Photo %1</source>
        <translation>Фото %1</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>доставлено</translation>
    </message>
    <message>
        <source>To “%1”: </source>
        <translation>На «%1»: </translation>
    </message>
    <message>
        <source>changed</source>
        <translation>изменено</translation>
    </message>
    <message>
        <source>This sounds like a payment outside of CarGo. The bank protects only what is paid here: nobody can bring back money sent to a card, in cash or in crypto.</source>
        <translation>Похоже на оплату мимо CarGo. Банк защищает только то, что оплачено здесь: деньги, отправленные на карту, наличными или криптой, никто не вернёт.</translation>
    </message>
    <message>
        <source>How payment works</source>
        <translation>Как устроена оплата</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Не отправлять</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) hidden: a contact can be read in it. It is shown when the deal is done.</source>
        <translation>
            <numerusform>%n фото скрыто: на нём виден контакт. Покажем, когда сделка завершится.</numerusform>
            <numerusform>%n фото скрыты: на них виден контакт. Покажем, когда сделка завершится.</numerusform>
            <numerusform>%n фото скрыто: на них виден контакт. Покажем, когда сделка завершится.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Button</name>
    <message>
        <source>Please wait</source>
        <translation>Подождите</translation>
    </message>
</context>
<context>
    <name>CarCompared</name>
    <message>
        <source>new, the driver says</source>
        <translation>новое, по словам водителя</translation>
    </message>
    <message>
        <source>was there before, the driver says</source>
        <translation>было раньше, по словам водителя</translation>
    </message>
    <message>
        <source>%1 km on the odometer</source>
        <translation>на одометре %1 км</translation>
    </message>
</context>
<context>
    <name>CarSketch</name>
    <message>
        <source>Arrows move the cross, Return marks damage there</source>
        <translation>Стрелки двигают крестик, Enter отмечает повреждение</translation>
    </message>
</context>
<context>
    <name>CardHeart</name>
    <message>
        <source>Remove from favourites</source>
        <translation>Убрать из избранного</translation>
    </message>
    <message>
        <source>Add to favourites</source>
        <translation>В избранное</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>The queue</source>
        <translation>Очередь</translation>
    </message>
    <message>
        <source>%1 has it</source>
        <translation>Взято: %1</translation>
    </message>
</context>
<context>
    <name>CaseNotes</name>
    <message>
        <source>Notes</source>
        <translation>Заметки</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>Сохранить заметку</translation>
    </message>
    <message>
        <source>A note for colleagues; @ tells one of them</source>
        <translation>Заметка для коллег; @ — сообщить коллеге</translation>
    </message>
    <message>
        <source>Whom to tell</source>
        <translation>Кому сообщить</translation>
    </message>
</context>
<context>
    <name>CasePage</name>
    <message>
        <source>%1 has it</source>
        <translation>Взято: %1</translation>
    </message>
    <message>
        <source>A colleague has it</source>
        <translation>Взято коллегой</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ваше</translation>
    </message>
    <message>
        <source>Looks too: %1</source>
        <translation>Тоже смотрит: %1</translation>
    </message>
    <message>
        <source>The queue beside it</source>
        <translation>Очередь рядом</translation>
    </message>
    <message>
        <source>Assign (A)</source>
        <translation>Назначить (A)</translation>
    </message>
    <message>
        <source>Put off (S)</source>
        <translation>Отложить (S)</translation>
    </message>
    <message>
        <source>In a window of its own (Ctrl+Shift+N)</source>
        <translation>В отдельном окне (Ctrl+Shift+N)</translation>
    </message>
</context>
<context>
    <name>ChainCard</name>
    <message>
        <source>Fingerprint of record %1</source>
        <translation>Отпечаток записи %1</translation>
    </message>
    <message>
        <source>SHA-256 over the record, the fingerprints of its photos and the fingerprint before. Change one letter, and every later one is another.</source>
        <translation>SHA-256 от записи, отпечатков её фото и предыдущего отпечатка. Стоит изменить одну букву, и все следующие станут другими.</translation>
    </message>
    <message>
        <source>Hide the fingerprints</source>
        <translation>Скрыть отпечатки</translation>
    </message>
    <message>
        <source>Show the fingerprints</source>
        <translation>Показать отпечатки</translation>
    </message>
</context>
<context>
    <name>ChangeLine</name>
    <message>
        <source>%1: was %2, becomes %3</source>
        <translation>%1: было %2, станет %3</translation>
    </message>
</context>
<context>
    <name>ChatHead</name>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>is writing…</source>
        <translation>пишет…</translation>
    </message>
    <message>
        <source>Search in this conversation</source>
        <translation>Поиск в этом чате</translation>
    </message>
    <message>
        <source>Open the car</source>
        <translation>Открыть машину</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Report this person</source>
        <translation>Пожаловаться на человека</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Разблокировать</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Заблокировать</translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>Chat</source>
        <translation>Чат</translation>
    </message>
    <message>
        <source>Ask the first question</source>
        <translation>Задайте первый вопрос</translation>
    </message>
    <message>
        <source>About the condition, the papers, the way home. The driver answers here.</source>
        <translation>О состоянии, документах, дороге. Водитель ответит здесь.</translation>
    </message>
    <message>
        <source>Block %1?</source>
        <translation>Заблокировать: %1?</translation>
    </message>
    <message>
        <source>No more messages go between you, in any talk. A deal that runs stays open until it ends. You can unblock at any time: here, or in the profile.</source>
        <translation>Сообщения между вами больше не ходят ни в одном чате. Чат идущей сделки открыт до её конца. Разблокировать можно в любой момент: здесь или в профиле.</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Заблокировать</translation>
    </message>
</context>
<context>
    <name>ChatSearch</name>
    <message>
        <source>Close the search</source>
        <translation>Закрыть поиск</translation>
    </message>
    <message>
        <source>Search in this conversation</source>
        <translation>Поиск в этом чате</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Раньше</translation>
    </message>
    <message>
        <source>Newer</source>
        <translation>Позже</translation>
    </message>
    <message numerus="yes">
        <source>More than %n found</source>
        <translation>
            <numerusform>Больше %n найдено</numerusform>
            <numerusform>Больше %n найдено</numerusform>
            <numerusform>Больше %n найдено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>Найдено %n</numerusform>
            <numerusform>Найдено %n</numerusform>
            <numerusform>Найдено %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не нашлось</translation>
    </message>
    <message>
        <source>Try fewer words, or only their beginning.</source>
        <translation>Попробуйте меньше слов или только их начало.</translation>
    </message>
</context>
<context>
    <name>ChatSide</name>
    <message>
        <source>Open the car</source>
        <translation>Открыть машину</translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) done</source>
        <translation>
            <numerusform>%n сделка</numerusform>
            <numerusform>%n сделки</numerusform>
            <numerusform>%n сделок</numerusform>
        </translation>
    </message>
    <message>
        <source>documents checked</source>
        <translation>документы проверены</translation>
    </message>
</context>
<context>
    <name>ChatThread</name>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>Arrows go from message to message, Enter asks what can be done</source>
        <translation>Стрелки ведут от сообщения к сообщению, Enter открывает действия</translation>
    </message>
    <message>
        <source>Contacts open when the deal is done. Until then the bank gives money back only if everything was here.</source>
        <translation>Контакты откроются, когда сделка завершится. До этого банк вернёт деньги, только если всё было здесь.</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n новое</numerusform>
            <numerusform>%n новых</numerusform>
            <numerusform>%n новых</numerusform>
        </translation>
    </message>
    <message>
        <source>To the newest</source>
        <translation>К последним</translation>
    </message>
    <message>
        <source>Delete the message?</source>
        <translation>Удалить сообщение?</translation>
    </message>
    <message>
        <source>Both of you see that there was one. Staff can still read it if there is a dispute.</source>
        <translation>Вы оба увидите, что оно было. При споре сотрудники смогут его прочитать.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>ChatsPage</name>
    <message>
        <source>Chats</source>
        <translation>Чаты</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n непрочитанное</numerusform>
            <numerusform>%n непрочитанных</numerusform>
            <numerusform>%n непрочитанных</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a conversation</source>
        <translation>Выберите разговор</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>Разговоров пока нет</translation>
    </message>
    <message>
        <source>Open a car and press “Ask”: the driver answers here.</source>
        <translation>Откройте машину и нажмите «Спросить»: перегонщик ответит здесь.</translation>
    </message>
    <message>
        <source>Sign in to write to drivers.</source>
        <translation>Войдите, чтобы писать перегонщикам.</translation>
    </message>
    <message>
        <source>Find a car</source>
        <translation>Найти машину</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
    <message>
        <source>Buyers who ask about your cars are answered here.</source>
        <translation>Здесь вы отвечаете покупателям, которые спрашивают о ваших машинах.</translation>
    </message>
    <message>
        <source>Sign in to answer buyers.</source>
        <translation>Войдите, чтобы отвечать покупателям.</translation>
    </message>
    <message>
        <source>To my cars</source>
        <translation>К моим машинам</translation>
    </message>
</context>
<context>
    <name>CheckoutPage</name>
    <message>
        <source>The deal&apos;s terms</source>
        <translation>Условия сделки</translation>
    </message>
    <message>
        <source>Where should the car come to?</source>
        <translation>Куда привезти машину?</translation>
    </message>
    <message>
        <source>City, for example Novosibirsk</source>
        <translation>Город, например Новосибирск</translation>
    </message>
    <message>
        <source>What you pay</source>
        <translation>Что вы платите</translation>
    </message>
    <message>
        <source>Car with delivery</source>
        <translation>Машина с доставкой</translation>
    </message>
    <message>
        <source>For you on top</source>
        <translation>Сверху с вас</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>The bank has the money, not the driver</source>
        <translation>Деньги у банка, не у водителя</translation>
    </message>
    <message>
        <source>Agree and go to payment</source>
        <translation>Договориться и перейти к оплате</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>delivery</comment>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>Term, from the payment</source>
        <translation>Срок, считая от оплаты</translation>
    </message>
    <message>
        <source>This deal cannot be made yet</source>
        <translation>Эту сделку пока нельзя заключить</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Куда пойдут эти деньги</translation>
    </message>
    <message>
        <source>The driver receives</source>
        <translation>Получит водитель</translation>
    </message>
    <message>
        <source>CarGo&apos;s fee, %1</source>
        <translation>Комиссия CarGo, %1</translation>
    </message>
    <message>
        <source>CarGo&apos;s fee</source>
        <translation>Комиссия CarGo</translation>
    </message>
    <message>
        <source>The fee is the driver&apos;s, it is in the price. These sums never change afterwards without your yes.</source>
        <translation>Комиссию платит водитель, она уже в цене. После сделки суммы не меняются без вашего согласия.</translation>
    </message>
    <message>
        <source>It is held by %1. CarGo never holds it.</source>
        <translation>Их хранит %1. У CarGo они не бывают.</translation>
    </message>
    <message>
        <source>Customs clearance is yours</source>
        <translation>Растаможка на вас</translation>
    </message>
    <message>
        <source>Not in the price: %1.</source>
        <translation>В цену не входят: %1.</translation>
    </message>
    <message>
        <source>The clocks</source>
        <translation>Сроки</translation>
    </message>
    <message>
        <source>You pay within</source>
        <translation>На оплату</translation>
    </message>
    <message>
        <source>The driver picks the car up within</source>
        <translation>Водитель заберёт машину за</translation>
    </message>
    <message>
        <source>You look at the car within</source>
        <translation>На осмотр при встрече</translation>
    </message>
    <message>
        <source>To report a problem after your “yes”</source>
        <translation>Сообщить о проблеме после вашего «да»</translation>
    </message>
    <message>
        <source>The driver changed the terms just now</source>
        <translation>Водитель только что изменил условия</translation>
    </message>
    <message>
        <source>No deal was made, nothing is paid. Look at the new terms and agree again, or leave it.</source>
        <translation>Сделка не заключена, ничего не списано. Посмотрите новые условия и согласитесь ещё раз или откажитесь.</translation>
    </message>
    <message>
        <source>Back to the car</source>
        <translation>Назад к машине</translation>
    </message>
    <message>
        <source>Agree to %1</source>
        <translation>Согласиться на %1</translation>
    </message>
    <message>
        <source>Confirm who you are</source>
        <translation>Подтвердить личность</translation>
    </message>
</context>
<context>
    <name>CheckpointPage</name>
    <message>
        <source>Kept. It goes to CarGo as soon as there is a line.</source>
        <translation>Сохранено. Уйдёт в CarGo, как только появится связь.</translation>
    </message>
    <message>
        <source>New checkpoint</source>
        <translation>Новая отметка</translation>
    </message>
    <message>
        <source>I am there</source>
        <translation>Я на месте</translation>
    </message>
    <message>
        <source>The buyer is not there</source>
        <translation>Покупателя нет на месте</translation>
    </message>
    <message>
        <source>Border</source>
        <translation>Граница</translation>
    </message>
    <message>
        <source>Customs</source>
        <translation>Таможня</translation>
    </message>
    <message>
        <source>Ferry</source>
        <translation>Паром</translation>
    </message>
    <message>
        <source>Road</source>
        <translation>Дорога</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Другое</translation>
    </message>
    <message>
        <source>The buyer gets a code and a clock</source>
        <translation>Покупатель получит код, и пойдут часы</translation>
    </message>
    <message>
        <source>From now on he has time to look at the car and to confirm. Take photos of the car as you bring it.</source>
        <translation>С этого момента у него есть время осмотреть машину и подтвердить. Снимите машину такой, какой вы её привезли.</translation>
    </message>
    <message>
        <source>No money moves by this</source>
        <translation>Деньги от этого не двигаются</translation>
    </message>
    <message>
        <source>The buyer is told at once. When he says nothing until his time is over, the car counts as handed over.</source>
        <translation>Покупатель узнает сразу. Если он промолчит до конца срока, машина считается переданной.</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Фото</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Где</translation>
    </message>
    <message>
        <source>Zabaikalsk, border</source>
        <translation>Забайкальск, граница</translation>
    </message>
    <message>
        <source>Odometer, km</source>
        <translation>Пробег, км</translation>
    </message>
    <message>
        <source>What happened, since when you wait</source>
        <translation>Что случилось и с какого времени вы ждёте</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>Записать</translation>
    </message>
    <message>
        <source>The car is there</source>
        <translation>Машина на месте</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove: %1</source>
        <translation>Убрать: %1</translation>
    </message>
</context>
<context>
    <name>CloseAccountPage</name>
    <message>
        <source>Close the account</source>
        <translation>Закрыть аккаунт</translation>
    </message>
    <message>
        <source>The account is closed. Goodbye!</source>
        <translation>Аккаунт закрыт. До свидания!</translation>
    </message>
    <message>
        <source>It cannot be closed yet</source>
        <translation>Пока закрыть нельзя</translation>
    </message>
    <message>
        <source>Other people and the bank wait for the end of what you have begun. First:</source>
        <translation>Другие люди и банк ждут завершения того, что вы начали. Сначала:</translation>
    </message>
    <message>
        <source>What goes, at once and for good</source>
        <translation>Что исчезнет сразу и навсегда</translation>
    </message>
    <message>
        <source>Your name, e-mail, addresses and devices</source>
        <translation>Имя, почта, адреса и устройства</translation>
    </message>
    <message>
        <source>Favourites, searches and notifications</source>
        <translation>Избранное, поиски и уведомления</translation>
    </message>
    <message>
        <source>Everything on this device, drafts too</source>
        <translation>Всё на этом устройстве, и черновики тоже</translation>
    </message>
    <message>
        <source>What stays, without your name</source>
        <translation>Что останется без вашего имени</translation>
    </message>
    <message>
        <source>Messages and reviews that others have read</source>
        <translation>Сообщения и отзывы, которые уже прочли другие</translation>
    </message>
    <message>
        <source>Deals and their money: the law asks for it</source>
        <translation>Сделки и расчёты по ним: этого требует закон</translation>
    </message>
    <message>
        <source>Take a copy of your data first</source>
        <translation>Сначала сохранить копию данных</translation>
    </message>
    <message>
        <source>Close it for good?</source>
        <translation>Закрыть навсегда?</translation>
    </message>
    <message>
        <source>There is no way back: nobody, support neither, can bring it back.</source>
        <translation>Вернуть аккаунт не сможет никто, даже поддержка.</translation>
    </message>
    <message>
        <source>Close for good</source>
        <translation>Закрыть навсегда</translation>
    </message>
    <message>
        <source>You asked us to close it</source>
        <translation>Вы попросили закрыть аккаунт</translation>
    </message>
    <message>
        <source>We do it as soon as nothing stands in the way, or tell you within ten working days why not.</source>
        <translation>Закроем, как только ничто не будет мешать, или за десять рабочих дней объясним, почему нет.</translation>
    </message>
    <message>
        <source>We could not close it</source>
        <translation>Закрыть не получилось</translation>
    </message>
    <message>
        <source>Close it when this is over</source>
        <translation>Закрыть, когда всё завершится</translation>
    </message>
    <message>
        <source>I want to stay</source>
        <translation>Я остаюсь</translation>
    </message>
    <message>
        <source>Your photos, but those that prove something in a deal</source>
        <translation>Ваши фотографии, кроме доказательств в сделках</translation>
    </message>
</context>
<context>
    <name>CodeCamera</name>
    <message>
        <source>Camera: hold the buyer&apos;s QR code into the picture</source>
        <translation>Камера: наведите на QR-код покупателя</translation>
    </message>
    <message>
        <source>The camera does not answer. Take the code from a picture, or type the digits.</source>
        <translation>Камера не отвечает. Возьмите код со снимка или введите цифры.</translation>
    </message>
</context>
<context>
    <name>CodeCard</name>
    <message>
        <source>Handover code</source>
        <translation>Код передачи</translation>
    </message>
    <message>
        <source>Show the code</source>
        <translation>Показать код</translation>
    </message>
    <message>
        <source>Show it to %1, when the car stands before you and all is well.</source>
        <translation>Покажите его: %1. Когда машина перед вами и всё в порядке.</translation>
    </message>
    <message>
        <source>Show it to the driver, when the car stands before you and all is well.</source>
        <translation>Покажите его водителю, когда машина перед вами и всё в порядке.</translation>
    </message>
    <message>
        <source>Never in the chat, never by telephone, to nobody “from the bank” or “from CarGo”. We do not ask for it.</source>
        <translation>Никогда в чате и по телефону, никому «из банка» или «из CarGo». Мы его не спрашиваем.</translation>
    </message>
    <message>
        <source>QR code of the handover</source>
        <translation>QR-код передачи</translation>
    </message>
    <message>
        <source>Too many wrong codes. Digits work again in</source>
        <translation>Слишком много неверных кодов. Цифры снова сработают через</translation>
    </message>
</context>
<context>
    <name>CodeField</name>
    <message>
        <source>Code of the authenticator</source>
        <translation>Код из аутентификатора</translation>
    </message>
</context>
<context>
    <name>Cohorts</name>
    <message>
        <source>Nothing yet.</source>
        <translation>Пока ничего.</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Four cars can be compared at once. Take one away first.</source>
        <translation>Сравнить можно четыре машины. Сначала уберите одну.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
</context>
<context>
    <name>CompareButton</name>
    <message>
        <source>Compare no longer: %1</source>
        <translation>Убрать из сравнения: %1</translation>
    </message>
    <message>
        <source>Compare: %1</source>
        <translation>Сравнить: %1</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Compare</source>
        <translation>Сравнение</translation>
    </message>
    <message>
        <source>Compare nothing</source>
        <translation>Очистить сравнение</translation>
    </message>
    <message>
        <source>The comparison is empty</source>
        <translation>Сравнение пусто</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>One more car, please</source>
        <translation>Нужна ещё одна машина</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>Пока нечего сравнивать</translation>
    </message>
    <message>
        <source>Press long on a car in a list, or its two arrows: two to four cars stand side by side here.</source>
        <translation>Нажмите на машину в списке и держите или нажмите на её две стрелки: здесь встанут рядом от двух до четырёх машин.</translation>
    </message>
    <message>
        <source>Find a car</source>
        <translation>Найти машину</translation>
    </message>
    <message numerus="yes">
        <source>%n car(s) no longer offered and not shown</source>
        <translation>
            <numerusform>%n машина больше не продаётся и не показана</numerusform>
            <numerusform>%n машины больше не продаются и не показаны</numerusform>
            <numerusform>%n машин больше не продаются и не показаны</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare no longer: %1</source>
        <translation>Убрать из сравнения: %1</translation>
    </message>
    <message>
        <source>Only what differs</source>
        <translation>Только отличия</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>не указано</translation>
    </message>
    <message>
        <source>Marked: less money, kilometres and days, a newer year, more stars. “Not said” means that the driver did not fill it in: ask.</source>
        <translation>Отмечено: меньше цена, пробег и срок, новее год, выше оценка. «Не указано» значит, что водитель этого не заполнил: спросите.</translation>
    </message>
</context>
<context>
    <name>CompareTray</name>
    <message>
        <source>Cars to compare</source>
        <translation>Машины для сравнения</translation>
    </message>
    <message>
        <source>Compare no longer: %1</source>
        <translation>Убрать из сравнения: %1</translation>
    </message>
    <message>
        <source>Pick one more to compare</source>
        <translation>Выберите ещё одну для сравнения</translation>
    </message>
    <message>
        <source>Compare %1</source>
        <translation>Сравнить: %1</translation>
    </message>
    <message>
        <source>Compare nothing</source>
        <translation>Очистить сравнение</translation>
    </message>
</context>
<context>
    <name>ConceptHistory</name>
    <message>
        <source>Version %1</source>
        <translation>Версия %1</translation>
    </message>
    <message>
        <source>as it came with CarGo</source>
        <translation>как поставлено с CarGo</translation>
    </message>
    <message>
        <source>as version %1</source>
        <translation>как версия %1</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Версии</translation>
    </message>
    <message>
        <source>Published. The search takes it up in a moment.</source>
        <translation>Опубликовано. Поиск подхватит это через мгновение.</translation>
    </message>
    <message>
        <source>Nothing was changed yet: the dictionary is the one that came with CarGo.</source>
        <translation>Пока ничего не меняли: действует словарь, поставленный с CarGo.</translation>
    </message>
    <message>
        <source>Bring it back…</source>
        <translation>Вернуть…</translation>
    </message>
    <message>
        <source>Older ones</source>
        <translation>Более ранние</translation>
    </message>
    <message>
        <source>Back to what came with CarGo…</source>
        <translation>К словарю, поставленному с CarGo…</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Вернуть</translation>
    </message>
</context>
<context>
    <name>ConceptSheet</name>
    <message>
        <source>New concept</source>
        <translation>Новое понятие</translation>
    </message>
    <message>
        <source>Published. The search takes it up in a moment.</source>
        <translation>Опубликовано. Поиск подхватит это через мгновение.</translation>
    </message>
    <message>
        <source>wish: how people ask for it. find: words that answer it, with weights. show: facts of a car, joined by +. say: what descriptions say of it. Several are parted by |.</source>
        <translation>wish — как об этом просят. find — слова, которые этому отвечают, с весами. show — факты о машине, через +. say — что об этом пишут в описаниях. Несколько разделяют чертой |.</translation>
    </message>
    <message>
        <source>Concept</source>
        <translation>Понятие</translation>
    </message>
    <message>
        <source>Try it on cars</source>
        <translation>Проверить на машинах</translation>
    </message>
    <message>
        <source>As it came with CarGo</source>
        <translation>Как поставлено с CarGo</translation>
    </message>
    <message>
        <source>Of %1 cars: %2 now, %3 with this text</source>
        <translation>Из %1 машин: сейчас %2, с этим текстом %3</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Опубликовать</translation>
    </message>
</context>
<context>
    <name>ConceptsPage</name>
    <message>
        <source>Meanings</source>
        <translation>Понятия</translation>
    </message>
    <message>
        <source>No concept</source>
        <translation>Понятий нет</translation>
    </message>
    <message>
        <source>Concept</source>
        <translation>Понятие</translation>
    </message>
    <message>
        <source>In links</source>
        <translation>В ссылках</translation>
    </message>
    <message>
        <source>How people ask for it</source>
        <translation>Как об этом просят</translation>
    </message>
    <message>
        <source>Cars</source>
        <translation>Машин</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>changed here</source>
        <translation>изменено здесь</translation>
    </message>
    <message>
        <source>came with CarGo</source>
        <translation>поставлено с CarGo</translation>
    </message>
    <message>
        <source>New concept</source>
        <translation>Новое понятие</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Версии</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Not now</source>
        <translation>Не сейчас</translation>
    </message>
</context>
<context>
    <name>ContinueDeal</name>
    <message>
        <source>%1: waits for payment</source>
        <translation>%1: ждёт оплаты</translation>
    </message>
    <message>
        <source>%1: the driver picks it up</source>
        <translation>%1: водитель забирает машину</translation>
    </message>
    <message>
        <source>%1: check it and leave a review</source>
        <translation>%1: проверьте и оцените</translation>
    </message>
    <message>
        <source>%1: we look into the problem</source>
        <translation>%1: разбираем проблему</translation>
    </message>
    <message>
        <source>%1 has arrived</source>
        <translation>%1 приехал</translation>
    </message>
    <message>
        <source>Your %1 is on its way</source>
        <translation>Ваш %1 едет</translation>
    </message>
    <message>
        <source>The terms are kept for you</source>
        <translation>Условия закреплены за вами</translation>
    </message>
    <message>
        <source>The bank has the money, not the driver</source>
        <translation>Деньги у банка, не у водителя</translation>
    </message>
</context>
<context>
    <name>ConversationCase</name>
    <message>
        <source>No violation: mutes of the filter end</source>
        <translation>Нарушения нет: запреты фильтра снимаются</translation>
    </message>
    <message>
        <source>Warn</source>
        <translation>Предупредить</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Запретить писать</translation>
    </message>
    <message>
        <source>Ban</source>
        <translation>Заблокировать</translation>
    </message>
    <message>
        <source>What they wrote is private</source>
        <translation>Переписка — личная</translation>
    </message>
    <message>
        <source>Say why you look. Your name, the reason and the moment are on record before anything is shown.</source>
        <translation>Укажите, зачем смотрите. Имя, причина и время попадут в журнал до того, как переписка откроется.</translation>
    </message>
    <message>
        <source>Why you look</source>
        <translation>Зачем смотрите</translation>
    </message>
    <message>
        <source>Show the messages</source>
        <translation>Показать сообщения</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
</context>
<context>
    <name>ConversationView</name>
    <message>
        <source>Contacts are open: a deal was done</source>
        <translation>Контакты открыты: сделка завершена</translation>
    </message>
    <message>
        <source>%1: muted until %2</source>
        <translation>%1: не пишет до %2</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>With messages before it</source>
        <translation>Вместе с прежними</translation>
    </message>
    <message>
        <source>deleted by its sender</source>
        <translation>удалено автором</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>изменено</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>time is over</source>
        <translation>время вышло</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 ч</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 ч %2 мин</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>до %1</translation>
    </message>
</context>
<context>
    <name>DamageSheet</name>
    <message>
        <source>This damage</source>
        <translation>Это повреждение</translation>
    </message>
    <message>
        <source>New damage</source>
        <translation>Новое повреждение</translation>
    </message>
    <message>
        <source>In a few words</source>
        <translation>В двух словах</translation>
    </message>
    <message>
        <source>Door, as long as a hand</source>
        <translation>Дверь, длиной с ладонь</translation>
    </message>
    <message>
        <source>Another photo</source>
        <translation>Другое фото</translation>
    </message>
    <message>
        <source>Photo of it</source>
        <translation>Снять его</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Новое</translation>
    </message>
    <message>
        <source>Was there</source>
        <translation>Уже было</translation>
    </message>
</context>
<context>
    <name>DamageStep</name>
    <message>
        <source>Touch the place of each scratch, dent or crack. What you mark now nobody can charge to you at the handover.</source>
        <translation>Коснитесь места каждой царапины, вмятины, трещины. То, что отмечено сейчас, при передаче никто не припишет вам.</translation>
    </message>
    <message>
        <source>No damage marked.</source>
        <translation>Повреждения не отмечены.</translation>
    </message>
    <message>
        <source>Grey is what you marked at the pick-up. Touch the place of anything else that is there now.</source>
        <translation>Серым отмечено то, что вы указали при приёмке. Коснитесь места всего остального, что есть сейчас.</translation>
    </message>
    <message>
        <source>new</source>
        <translation>новое</translation>
    </message>
    <message>
        <source>was there before</source>
        <translation>было раньше</translation>
    </message>
    <message>
        <source>Nothing new marked.</source>
        <translation>Ничего нового не отмечено.</translation>
    </message>
    <message>
        <source>Photo of the damage</source>
        <translation>Фото повреждения</translation>
    </message>
    <message>
        <source>An arm&apos;s length away, the damage in the middle</source>
        <translation>С расстояния вытянутой руки, повреждение посередине</translation>
    </message>
</context>
<context>
    <name>DataBar</name>
    <message>
        <source>Photos are off. Show them here</source>
        <translation>Фото отключены. Показать здесь</translation>
    </message>
</context>
<context>
    <name>DataTable</name>
    <message>
        <source>Select all rows</source>
        <translation>Выбрать все строки</translation>
    </message>
    <message>
        <source>Select the row</source>
        <translation>Выбрать строку</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Загрузка</translation>
    </message>
</context>
<context>
    <name>DealCard</name>
    <message>
        <source>Your turn</source>
        <translation>Ваш ход</translation>
    </message>
    <message>
        <source>The driver&apos;s turn</source>
        <translation>Ход водителя</translation>
    </message>
    <message>
        <source>CarGo&apos;s turn</source>
        <translation>Ход CarGo</translation>
    </message>
    <message>
        <source>The buyer&apos;s turn</source>
        <translation>Ход покупателя</translation>
    </message>
</context>
<context>
    <name>DealPage</name>
    <message>
        <source>Deal %1</source>
        <translation>Сделка %1</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>Сделка</translation>
    </message>
    <message>
        <source>Open the bank&apos;s page again</source>
        <translation>Снова открыть банк</translation>
    </message>
    <message>
        <source>Pay %1</source>
        <translation>Оплатить %1</translation>
    </message>
    <message>
        <source>Leave a review</source>
        <translation>Оставить отзыв</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Чат</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Проблема</translation>
    </message>
    <message>
        <source>Cancel the deal</source>
        <translation>Отменить сделку</translation>
    </message>
    <message>
        <source>Cancel the deal?</source>
        <translation>Отменить сделку?</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Попробовать ещё раз</translation>
    </message>
    <message>
        <source>To the handover</source>
        <translation>К передаче машины</translation>
    </message>
    <message>
        <source>All good, or a problem?</source>
        <translation>Всё в порядке или проблема?</translation>
    </message>
    <message>
        <source>Nothing is paid, nothing is owed. The car is free for others again.</source>
        <translation>Ничего не оплачено, вы ничего не должны. Машина снова доступна другим.</translation>
    </message>
    <message>
        <source>The bank returns everything. The car is free for others again.</source>
        <translation>Банк вернёт всё. Машина снова доступна другим.</translation>
    </message>
    <message>
        <source>Saved among the downloads: %1</source>
        <translation>Сохранено в загрузках: %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message numerus="yes">
        <source>Not sent yet: %n</source>
        <translation>
            <numerusform>Ещё не отправлено: %n</numerusform>
            <numerusform>Ещё не отправлено: %n</numerusform>
            <numerusform>Ещё не отправлено: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>CarGo did not take it. Open the list to see why.</source>
        <translation>CarGo этого не принял. Причина — в списке.</translation>
    </message>
    <message>
        <source>It is kept on this device and goes as soon as there is a line.</source>
        <translation>Хранится на этом устройстве и уйдёт, как только появится связь.</translation>
    </message>
    <message>
        <source>Open the list</source>
        <translation>Открыть список</translation>
    </message>
    <message>
        <source>The buyer gets everything back, and your rating shows a cancelled deal.</source>
        <translation>Покупатель получит всё обратно, а в вашем рейтинге будет отменённая сделка.</translation>
    </message>
    <message>
        <source>The dispute</source>
        <translation>Спор</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Деньги</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Our fee</source>
        <translation>Наша комиссия</translation>
    </message>
    <message>
        <source>The driver receives</source>
        <translation>Водитель получит</translation>
    </message>
    <message>
        <source>Back to the buyer</source>
        <translation>Вернуть покупателю</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Куда</translation>
    </message>
    <message>
        <source>Sides and dates</source>
        <translation>Стороны и даты</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>Покупатель</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Водитель</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Создана</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Оплачено</translation>
    </message>
    <message>
        <source>Picked up</source>
        <translation>Забрали</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Приехала</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Передана</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>Спор открыт</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Завершена</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Проводки</translation>
    </message>
</context>
<context>
    <name>DealReplay</name>
    <message>
        <source>Replay</source>
        <translation>Ход сделки по шагам</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Шаг %1 из %2</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Проводка</translation>
    </message>
    <message>
        <source>Show it step by step</source>
        <translation>Показать по шагам</translation>
    </message>
</context>
<context>
    <name>DealStory</name>
    <message>
        <source>The car is picked up</source>
        <translation>Машину забрали</translation>
    </message>
    <message>
        <source>Border</source>
        <translation>Граница</translation>
    </message>
    <message>
        <source>Customs</source>
        <translation>Таможня</translation>
    </message>
    <message>
        <source>Ferry</source>
        <translation>Паром</translation>
    </message>
    <message>
        <source>The car is there</source>
        <translation>Машина на месте</translation>
    </message>
    <message>
        <source>On the road</source>
        <translation>В дороге</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>В пути</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 км</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Договорились</translation>
    </message>
    <message>
        <source>The terms are fixed for both sides</source>
        <translation>Условия зафиксированы для обеих сторон</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Оплачено</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Оплата</translation>
    </message>
    <message>
        <source>The bank confirmed and holds the money</source>
        <translation>Банк подтвердил и хранит деньги</translation>
    </message>
    <message>
        <source>to the bank, not to the driver</source>
        <translation>банку, а не водителю</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>delivery</comment>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>no news from the way yet</source>
        <translation>вестей с дороги пока нет</translation>
    </message>
    <message>
        <source>The terms were changed</source>
        <translation>Условия изменены</translation>
    </message>
    <message>
        <source>Look at it, then show the code</source>
        <translation>Осмотрите её, потом покажите код</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>Передача машины</translation>
    </message>
    <message>
        <source>by the code, when you meet</source>
        <translation>по коду, при встрече</translation>
    </message>
    <message>
        <source>Problem reported</source>
        <translation>Сообщение о проблеме</translation>
    </message>
    <message>
        <source>Our clocks stand still, the money stays at the bank</source>
        <translation>Наши сроки остановлены, деньги остаются в банке</translation>
    </message>
    <message>
        <source>CarGo has decided</source>
        <translation>CarGo принял решение</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Решение</translation>
    </message>
    <message>
        <source>by CarGo, on the evidence of both sides</source>
        <translation>примет CarGo по доказательствам обеих сторон</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменена</translation>
    </message>
    <message>
        <source>Somebody else paid for this car first. Nothing was taken from you.</source>
        <translation>Эту машину раньше оплатил другой покупатель. С вас ничего не списано.</translation>
    </message>
    <message>
        <source>Payout to the driver</source>
        <translation>Выплата водителю</translation>
    </message>
    <message>
        <source>24 hours after your “yes”</source>
        <translation>через 24 часа после вашего «да»</translation>
    </message>
    <message>
        <source>%1 km on the odometer</source>
        <translation>На одометре %1 км</translation>
    </message>
    <message>
        <source>, %1 km further</source>
        <translation>, ещё %1 км пути</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was changed: the chain of %n record(s) holds</source>
        <translation>
            <numerusform>Записи и фото не менялись: цепочка из %n записи сошлась</numerusform>
            <numerusform>Записи и фото не менялись: цепочка из %n записей сошлась</numerusform>
            <numerusform>Записи и фото не менялись: цепочка из %n записей сошлась</numerusform>
        </translation>
    </message>
    <message>
        <source>The chain is broken at record %1</source>
        <translation>Цепочка не сошлась на записи %1</translation>
    </message>
    <message>
        <source>Every record carries the fingerprint of the one before and of its photos. This device has computed them again.</source>
        <translation>В каждой записи есть отпечаток предыдущей и отпечатки фото. Это устройство пересчитало их само.</translation>
    </message>
    <message>
        <source>What was recorded does not fit its fingerprint. Do not confirm the car: write to support with the number of the deal.</source>
        <translation>Запись не совпадает со своим отпечатком. Не подтверждайте получение: напишите в поддержку и укажите номер сделки.</translation>
    </message>
    <message>
        <source>%1 after the payment</source>
        <translation>%1 после оплаты</translation>
    </message>
    <message>
        <source>There since %1</source>
        <translation>На месте: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) later than agreed</source>
        <translation>
            <numerusform>на %n день позже срока</numerusform>
            <numerusform>на %n дня позже срока</numerusform>
            <numerusform>на %n дней позже срока</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) earlier than agreed</source>
        <translation>
            <numerusform>на %n день раньше срока</numerusform>
            <numerusform>на %n дня раньше срока</numerusform>
            <numerusform>на %n дней раньше срока</numerusform>
        </translation>
    </message>
    <message>
        <source>as agreed</source>
        <translation>в срок</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>Привезут до %1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late. You can report a problem at any time.</source>
        <translation>
            <numerusform>Опоздание %n день. Вы можете в любой момент сообщить о проблеме.</numerusform>
            <numerusform>Опоздание %n дня. Вы можете в любой момент сообщить о проблеме.</numerusform>
            <numerusform>Опоздание %n дней. Вы можете в любой момент сообщить о проблеме.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 from the payment</source>
        <translation>%1 со дня оплаты</translation>
    </message>
    <message>
        <source>%1 %2, %3: deal %4 on CarGo</source>
        <translation>%1 %2, %3: сделка %4 на CarGo</translation>
    </message>
    <message>
        <source>Last seen: %1, %2</source>
        <translation>Последняя отметка: %1, %2</translation>
    </message>
    <message>
        <source>To %1: %2</source>
        <translation>Куда: %1. %2</translation>
    </message>
    <message>
        <source>The buyer was not there</source>
        <translation>Покупателя не было на месте</translation>
    </message>
    <message>
        <source>The clock of the driver&apos;s phone is wrong: it said %1, it reached us %2</source>
        <translation>Часы на телефоне водителя неверны: там было %1, к нам пришло %2</translation>
    </message>
    <message>
        <source>Recorded without a network %1, it reached us %2</source>
        <translation>Записано без связи %1, к нам пришло %2</translation>
    </message>
    <message>
        <source>The clock of your phone is wrong: it said %1, it reached us %2</source>
        <translation>Часы на вашем телефоне неверны: там было %1, к нам пришло %2</translation>
    </message>
    <message>
        <source>to the bank, before you set out</source>
        <translation>банку, до вашего выезда</translation>
    </message>
    <message>
        <source>both sides agreed</source>
        <translation>по согласию обеих сторон</translation>
    </message>
    <message>
        <source>The buyer looks at it, then shows you his code</source>
        <translation>Покупатель осмотрит её и покажет вам код</translation>
    </message>
    <message>
        <source>Another buyer paid for this car first.</source>
        <translation>Другой покупатель оплатил эту машину раньше.</translation>
    </message>
    <message>
        <source>Payout to you</source>
        <translation>Выплата вам</translation>
    </message>
    <message>
        <source>24 hours after the buyer&apos;s “yes”</source>
        <translation>через 24 часа после «да» покупателя</translation>
    </message>
    <message>
        <source>What was recorded does not fit its fingerprint. Write to support with the number of the deal.</source>
        <translation>Запись не сходится со своим отпечатком. Напишите в поддержку, назовите номер сделки.</translation>
    </message>
    <message>
        <source>At first %1 were agreed, changed by both sides %2</source>
        <translation>Сначала договорились на %1, изменено по согласию сторон: %2</translation>
    </message>
    <message>
        <source>Bring it by %1</source>
        <translation>Привезти до %1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late. Propose another term to the buyer.</source>
        <translation>
            <numerusform>Опоздание %n день. Предложите покупателю другой срок.</numerusform>
            <numerusform>Опоздание %n дня. Предложите покупателю другой срок.</numerusform>
            <numerusform>Опоздание %n дней. Предложите покупателю другой срок.</numerusform>
        </translation>
    </message>
    <message>
        <source>Inspection at the handover</source>
        <translation>Осмотр при передаче</translation>
    </message>
</context>
<context>
    <name>DealTerms</name>
    <message>
        <source>Terms, fixed for both</source>
        <translation>Условия, общие для обоих</translation>
    </message>
    <message>
        <source>CarGo holds no money: a licensed payment provider does. Customs clearance is yours and is not in the price.</source>
        <translation>CarGo не держит деньги: это делает лицензированный платёжный провайдер. Таможенное оформление за вами и в цену не входит.</translation>
    </message>
    <message>
        <source>CarGo holds no money: a licensed payment provider does. Customs clearance is the buyer&apos;s and is not in the price.</source>
        <translation>CarGo не держит деньги: их хранит лицензированный платёжный сервис. Растаможка за покупателем и в цену не входит.</translation>
    </message>
</context>
<context>
    <name>DealWords</name>
    <message>
        <source>Your money is on its way back</source>
        <translation>Деньги возвращаются к вам</translation>
    </message>
    <message>
        <source>The bank returns it in full.</source>
        <translation>Банк вернёт их полностью.</translation>
    </message>
    <message>
        <source>No money was taken</source>
        <translation>Деньги не списаны</translation>
    </message>
    <message>
        <source>The deal was cancelled.</source>
        <translation>Сделка отменена.</translation>
    </message>
    <message>
        <source>Nothing is paid yet</source>
        <translation>Пока ничего не оплачено</translation>
    </message>
    <message>
        <source>You pay the bank. The driver gets the money only after you have confirmed the car.</source>
        <translation>Вы платите банку. Водитель получит деньги, только когда вы подтвердите машину.</translation>
    </message>
    <message>
        <source>The driver has been paid</source>
        <translation>Водитель получил деньги</translation>
    </message>
    <message>
        <source>The bank is paying the driver</source>
        <translation>Банк переводит деньги водителю</translation>
    </message>
    <message>
        <source>The money is back with you</source>
        <translation>Деньги вернулись к вам</translation>
    </message>
    <message>
        <source>The bank could not finish a step</source>
        <translation>Банк не смог завершить операцию</translation>
    </message>
    <message>
        <source>The money is safe. Our finance team is on it.</source>
        <translation>Деньги в безопасности. Финансовый отдел уже занимается.</translation>
    </message>
    <message>
        <source>The bank has the money, not the driver</source>
        <translation>Деньги у банка, не у водителя</translation>
    </message>
    <message>
        <source>He gets it when you have confirmed the car.</source>
        <translation>Он получит их, когда вы подтвердите машину.</translation>
    </message>
    <message>
        <source>Time to pay</source>
        <translation>Оплатите за</translation>
    </message>
    <message>
        <source>The driver picks the car up within</source>
        <translation>Водитель заберёт машину в течение</translation>
    </message>
    <message>
        <source>Time to look at the car and confirm</source>
        <translation>На осмотр осталось</translation>
    </message>
    <message>
        <source>The driver is paid in</source>
        <translation>Водитель получит деньги через</translation>
    </message>
    <message>
        <source>Time to send evidence</source>
        <translation>Пришлите доказательства за</translation>
    </message>
    <message>
        <source>Time for a review</source>
        <translation>Оставьте отзыв за</translation>
    </message>
    <message>
        <source>Answer the driver&apos;s proposal</source>
        <translation>Ответьте на предложение</translation>
    </message>
    <message>
        <source>Pay the bank</source>
        <translation>Оплатите через банк</translation>
    </message>
    <message>
        <source>The driver picks the car up</source>
        <translation>Водитель забирает машину</translation>
    </message>
    <message>
        <source>Look at the car, then confirm</source>
        <translation>Осмотрите машину и подтвердите</translation>
    </message>
    <message>
        <source>The driver brings the car</source>
        <translation>Водитель везёт машину</translation>
    </message>
    <message>
        <source>Check the car once more</source>
        <translation>Проверьте машину ещё раз</translation>
    </message>
    <message>
        <source>CarGo decides on the evidence</source>
        <translation>CarGo решает по доказательствам</translation>
    </message>
    <message>
        <source>Tell others how it was</source>
        <translation>Расскажите, как всё прошло</translation>
    </message>
    <message>
        <source>Not as described</source>
        <translation>Не как в описании</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Повреждена</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Опоздание</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Не доставлена</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Документы</translation>
    </message>
    <message>
        <source>The price was changed</source>
        <translation>Изменили цену</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Не отвечает</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Другое</translation>
    </message>
    <message>
        <source>Waits for payment</source>
        <translation>Ждёт оплаты</translation>
    </message>
    <message>
        <source>Paid, the driver picks up the car</source>
        <translation>Оплачено, водитель забирает машину</translation>
    </message>
    <message>
        <source>The car has arrived</source>
        <translation>Машина приехала</translation>
    </message>
    <message>
        <source>The car is on its way</source>
        <translation>Машина в пути</translation>
    </message>
    <message>
        <source>Handed over, time to check</source>
        <translation>Передана, время проверить</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Завершена</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменена</translation>
    </message>
    <message>
        <source>Problem, CarGo looks into it</source>
        <translation>Проблема, CarGo разбирается</translation>
    </message>
    <message>
        <source>Decided: money back to you</source>
        <translation>Решено: деньги возвращаются вам</translation>
    </message>
    <message>
        <source>Decided: the driver is paid</source>
        <translation>Решено: платят водителю</translation>
    </message>
    <message>
        <source>Decided: the sum is divided</source>
        <translation>Решено: сумму делят</translation>
    </message>
    <message>
        <source>The bank has let it go in full.</source>
        <translation>Банк вернул всё полностью.</translation>
    </message>
    <message>
        <source>The bank sends it to the card it came from. This takes up to five working days.</source>
        <translation>Банк отправил их на ту же карту. Обычно это занимает до пяти рабочих дней.</translation>
    </message>
    <message>
        <source>Without a payment the deal ends by itself. Nothing is owed.</source>
        <translation>Без оплаты сделка закроется сама, вы ничего не должны.</translation>
    </message>
    <message>
        <source>If he does not, the deal ends by itself and the bank returns everything.</source>
        <translation>Если не заберёт, сделка закроется сама, а банк вернёт всё.</translation>
    </message>
    <message>
        <source>If you say nothing, the car counts as handed over. A problem stops this clock.</source>
        <translation>Если промолчать, машина будет считаться переданной. Сообщение о проблеме останавливает этот срок.</translation>
    </message>
    <message>
        <source>Until then a problem stops the payout. Afterwards the money cannot come back.</source>
        <translation>До этого сообщение о проблеме остановит выплату. Потом деньги не вернуть.</translation>
    </message>
    <message>
        <source>Then CarGo decides on what both sides have shown.</source>
        <translation>Потом CarGo решит по тому, что показали обе стороны.</translation>
    </message>
    <message>
        <source>Then both reviews appear and no new ones can be written.</source>
        <translation>Потом оба отзыва откроются, а новые написать будет нельзя.</translation>
    </message>
    <message>
        <source>The bank keeps the sum reserved for</source>
        <translation>Банк держит сумму на карте ещё</translation>
    </message>
    <message>
        <source>It is the bank&apos;s own clock: nothing stops it. We take the money into the deal before it ends.</source>
        <translation>Это срок самого банка, его ничто не остановит. До его конца деньги перейдут в сделку.</translation>
    </message>
    <message>
        <source>Until you agree the old terms stay. Nothing waits for it, nothing is blocked.</source>
        <translation>Пока вы не согласились, действуют прежние условия. Ничего не заблокировано.</translation>
    </message>
    <message>
        <source>The car is kept for you until then.</source>
        <translation>До этого времени машина закреплена за вами.</translation>
    </message>
    <message>
        <source>He records the VIN, the odometer and photos. You see them here at once.</source>
        <translation>Он запишет VIN, пробег и сделает фото. Вы сразу увидите их здесь.</translation>
    </message>
    <message>
        <source>Go through the list at the car. If all is well, show the driver the code.</source>
        <translation>Пройдите по списку у машины. Если всё в порядке, покажите водителю код.</translation>
    </message>
    <message>
        <source>He adds photos and places on the way.</source>
        <translation>По пути он добавляет фото и места.</translation>
    </message>
    <message>
        <source>Drive it, look underneath, compare the papers.</source>
        <translation>Проедьте, загляните под днище, сверьте документы.</translation>
    </message>
    <message>
        <source>The money stays at the bank until then.</source>
        <translation>До решения деньги остаются в банке.</translation>
    </message>
    <message>
        <source>Two minutes. The driver reads it only when he has written too.</source>
        <translation>Две минуты. Водитель прочтёт его, только когда напишет свой.</translation>
    </message>
    <message>
        <source>the practice bank (no real money)</source>
        <translation>учебный банк (деньги ненастоящие)</translation>
    </message>
    <message>
        <source>YooKassa, a licensed payment provider</source>
        <translation>ЮKassa, лицензированный платёжный сервис</translation>
    </message>
    <message>
        <source>Stripe, a licensed payment provider</source>
        <translation>Stripe, лицензированный платёжный сервис</translation>
    </message>
    <message>
        <source>CloudPayments, a licensed payment provider</source>
        <translation>CloudPayments, лицензированный платёжный сервис</translation>
    </message>
    <message>
        <source>a licensed payment provider</source>
        <translation>лицензированный платёжный сервис</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>span</comment>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <comment>span</comment>
        <translation>
            <numerusform>%n час</numerusform>
            <numerusform>%n часа</numerusform>
            <numerusform>%n часов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <comment>span</comment>
        <translation>
            <numerusform>%n минута</numerusform>
            <numerusform>%n минуты</numerusform>
            <numerusform>%n минут</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DealsPage</name>
    <message>
        <source>Choose a car, ask the driver, agree. The bank holds the money until you have the car.</source>
        <translation>Выберите машину, спросите водителя, договоритесь. Банк держит деньги, пока машина не у вас.</translation>
    </message>
    <message>
        <source>Find a car</source>
        <translation>Найти машину</translation>
    </message>
    <message>
        <source>Publish a car and answer those who ask. The bank holds the money until the buyer has the car.</source>
        <translation>Опубликуйте машину и отвечайте тем, кто спрашивает. Деньги у банка, пока машина не у покупателя.</translation>
    </message>
    <message>
        <source>To my cars</source>
        <translation>К моим машинам</translation>
    </message>
</context>
<context>
    <name>DealsView</name>
    <message>
        <source>Deals</source>
        <translation>Сделки</translation>
    </message>
    <message>
        <source>Waits for you</source>
        <translation>Ждут вас</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Идут</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Завершены</translation>
    </message>
    <message>
        <source>No deals yet</source>
        <translation>Сделок пока нет</translation>
    </message>
    <message>
        <source>Sign in to see your deals.</source>
        <translation>Войдите, чтобы увидеть свои сделки.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
</context>
<context>
    <name>Decided</name>
    <message>
        <source>Listing sent back for changes</source>
        <translation>Объявление возвращено на доработку</translation>
    </message>
    <message>
        <source>Listing blocked</source>
        <translation>Объявление заблокировано</translation>
    </message>
    <message>
        <source>Identity refused for good</source>
        <translation>Личность не подтверждена окончательно</translation>
    </message>
    <message>
        <source>Account banned</source>
        <translation>Аккаунт заблокирован</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Запрет писать</translation>
    </message>
    <message>
        <source>Warned for a chat</source>
        <translation>Предупреждение за переписку</translation>
    </message>
    <message>
        <source>Dispute: all back to the buyer</source>
        <translation>Спор: всё покупателю</translation>
    </message>
    <message>
        <source>Dispute: all to the driver</source>
        <translation>Спор: всё водителю</translation>
    </message>
    <message>
        <source>Dispute: divided</source>
        <translation>Спор: разделено</translation>
    </message>
</context>
<context>
    <name>DecisionForm</name>
    <message>
        <source>Choose a decision.</source>
        <translation>Выберите решение.</translation>
    </message>
    <message>
        <source>Choose a reason.</source>
        <translation>Выберите причину.</translation>
    </message>
    <message>
        <source>Write what the user will read.</source>
        <translation>Напишите, что прочтёт пользователь.</translation>
    </message>
    <message>
        <source>%1 works on this case. You can look; deciding is off until it is let go.</source>
        <translation>Дело взято: %1. Смотреть можно, решать нельзя, пока его не отпустят.</translation>
    </message>
    <message>
        <source>A colleague works on this case. You can look; deciding is off until it is let go.</source>
        <translation>Дело взято коллегой. Смотреть можно, решать нельзя, пока его не отпустят.</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Решение</translation>
    </message>
    <message>
        <source>The case is not what it was</source>
        <translation>Дело уже не то, что было</translation>
    </message>
    <message>
        <source>What you typed is still here.</source>
        <translation>Написанное вами на месте.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Both sides read, in Russian</source>
        <translation>Обе стороны прочтут, по-русски</translation>
    </message>
    <message>
        <source>The user reads</source>
        <translation>Пользователь прочтёт</translation>
    </message>
    <message>
        <source>Plain words: what happened and what he can do now</source>
        <translation>Просто: что случилось и что теперь можно сделать</translation>
    </message>
    <message>
        <source>Both sides read, in English</source>
        <translation>Обе стороны прочтут, по-английски</translation>
    </message>
    <message>
        <source>Note for staff</source>
        <translation>Заметка для своих</translation>
    </message>
    <message>
        <source>Only colleagues see it</source>
        <translation>Видят только коллеги</translation>
    </message>
    <message>
        <source>It is sent in a few seconds</source>
        <translation>Уйдёт через несколько секунд</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Решить</translation>
    </message>
    <message>
        <source>Write why.</source>
        <translation>Напишите почему.</translation>
    </message>
    <message>
        <source>Choose whom it is about.</source>
        <translation>Выберите, о ком решение.</translation>
    </message>
    <message>
        <source>Whom it is about</source>
        <translation>О ком решение</translation>
    </message>
    <message>
        <source>Empty: the words of the reason</source>
        <translation>Пусто — уйдёт текст причины</translation>
    </message>
</context>
<context>
    <name>DecisionPage</name>
    <message>
        <source>Your appeal is being read</source>
        <translation>Обжалование на рассмотрении</translation>
    </message>
    <message>
        <source>Somebody decides who did not make this decision. We tell you the answer.</source>
        <translation>Его рассмотрит другой сотрудник. Мы сообщим ответ.</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Решение отменено</translation>
    </message>
    <message>
        <source>The decision stands</source>
        <translation>Решение остаётся в силе</translation>
    </message>
    <message>
        <source>The time to appeal is over</source>
        <translation>Срок обжалования вышел</translation>
    </message>
    <message>
        <source>You can still write to support.</source>
        <translation>Можно написать в поддержку.</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Решение</translation>
    </message>
    <message>
        <source>Your appeal is with CarGo.</source>
        <translation>Обжалование отправлено в CarGo.</translation>
    </message>
    <message>
        <source>Decided %1, holds until %2</source>
        <translation>Решено: %1, действует до: %2</translation>
    </message>
    <message>
        <source>Decided %1</source>
        <translation>Решено: %1</translation>
    </message>
    <message>
        <source>Your words</source>
        <translation>Ваши слова</translation>
    </message>
    <message>
        <source>You see it otherwise?</source>
        <translation>Не согласны?</translation>
    </message>
    <message>
        <source>You can appeal once, until %1. Somebody reads it who did not make this decision.</source>
        <translation>Обжаловать можно один раз, до: %1. Прочтёт другой сотрудник.</translation>
    </message>
    <message>
        <source>Why it is wrong</source>
        <translation>Почему решение неверно</translation>
    </message>
    <message>
        <source>Appeal</source>
        <translation>Обжаловать</translation>
    </message>
</context>
<context>
    <name>DecisionStrip</name>
    <message>
        <source>Decisions that were not sent yet</source>
        <translation>Решения, которые ещё не отправлены</translation>
    </message>
    <message>
        <source>%1. It is sent in a few seconds.</source>
        <translation>%1. Уйдёт через несколько секунд.</translation>
    </message>
    <message>
        <source>%1. It is being sent.</source>
        <translation>%1. Отправляется.</translation>
    </message>
    <message>
        <source>%1 was not taken: %2</source>
        <translation>%1: не принято. %2</translation>
    </message>
    <message>
        <source>%1 is not sent: %2</source>
        <translation>%1: не отправлено. %2</translation>
    </message>
    <message>
        <source>%1 was decided, and the console was closed before it was sent.</source>
        <translation>%1: решено, но консоль закрыли до отправки.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>Открыть дело</translation>
    </message>
    <message>
        <source>Put it away</source>
        <translation>Убрать</translation>
    </message>
</context>
<context>
    <name>DecisionTexts</name>
    <message>
        <source>Your car is blocked</source>
        <translation>Объявление заблокировано</translation>
    </message>
    <message>
        <source>Your car needs a change</source>
        <translation>Объявление нужно исправить</translation>
    </message>
    <message>
        <source>A warning about a conversation</source>
        <translation>Предупреждение из-за переписки</translation>
    </message>
    <message>
        <source>Writing in chats is paused</source>
        <translation>Писать в чатах пока нельзя</translation>
    </message>
    <message>
        <source>Your account is blocked</source>
        <translation>Ваш аккаунт заблокирован</translation>
    </message>
    <message>
        <source>Your identity could not be confirmed</source>
        <translation>Личность не удалось подтвердить</translation>
    </message>
    <message>
        <source>The dispute is decided</source>
        <translation>Спор решён</translation>
    </message>
    <message>
        <source>A decision about your account</source>
        <translation>Решение о вашем аккаунте</translation>
    </message>
</context>
<context>
    <name>DecisionsPage</name>
    <message>
        <source>Decisions about you</source>
        <translation>Решения о вас</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>отменено</translation>
    </message>
    <message>
        <source>your appeal is being read</source>
        <translation>обжалование на рассмотрении</translation>
    </message>
    <message>
        <source>you may appeal</source>
        <translation>можно обжаловать</translation>
    </message>
    <message>
        <source>Nothing was decided about you</source>
        <translation>Решений о вас нет</translation>
    </message>
    <message>
        <source>Should CarGo ever block a listing, or anything else of yours, it stands here with the reason.</source>
        <translation>Если CarGo заблокирует объявление или что-то ещё, причина будет здесь.</translation>
    </message>
</context>
<context>
    <name>DeskNav</name>
    <message>
        <source>People and deals</source>
        <translation>Люди и сделки</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Пользователи</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Журнал проводок</translation>
    </message>
    <message>
        <source>Numbers and system</source>
        <translation>Цифры и система</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Статистика</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Аудит</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Разделы</translation>
    </message>
    <message>
        <source>console</source>
        <translation>консоль</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Очереди</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Эксплуатация</translation>
    </message>
    <message>
        <source>Ready answers</source>
        <translation>Готовые ответы</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>База знаний</translation>
    </message>
    <message>
        <source>Meanings</source>
        <translation>Понятия</translation>
    </message>
</context>
<context>
    <name>DeskTabs</name>
    <message>
        <source>Open pages</source>
        <translation>Открытые страницы</translation>
    </message>
    <message>
        <source>Close: %1</source>
        <translation>Закрыть: %1</translation>
    </message>
    <message>
        <source>Find   Ctrl+K</source>
        <translation>Найти   Ctrl+K</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Найти</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>News for you: %1</source>
        <translation>Новости для вас: %1</translation>
    </message>
    <message>
        <source>News for you</source>
        <translation>Новости для вас</translation>
    </message>
</context>
<context>
    <name>DiffLines</name>
    <message>
        <source>No line is different.</source>
        <translation>Строки не отличаются.</translation>
    </message>
    <message>
        <source>added: %1</source>
        <translation>добавлено: %1</translation>
    </message>
    <message>
        <source>removed: %1</source>
        <translation>убрано: %1</translation>
    </message>
</context>
<context>
    <name>DisputeBefore</name>
    <message>
        <source>The same reason, decided before</source>
        <translation>Та же причина, решено раньше</translation>
    </message>
    <message>
        <source>None so far.</source>
        <translation>Пока не было.</translation>
    </message>
    <message>
        <source>Disputes of these two</source>
        <translation>Споры этих двоих</translation>
    </message>
</context>
<context>
    <name>DisputeCard</name>
    <message>
        <source>Problem: %1</source>
        <translation>Проблема: %1</translation>
    </message>
    <message>
        <source>See the reasons</source>
        <translation>Почему решили так</translation>
    </message>
    <message>
        <source>The report was taken back</source>
        <translation>Сообщение отозвано</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of evidence. See both sides, add yours.</source>
        <translation>
            <numerusform>%n доказательство. Посмотрите обе стороны, добавьте своё.</numerusform>
            <numerusform>%n доказательства. Посмотрите обе стороны, добавьте своё.</numerusform>
            <numerusform>%n доказательств. Посмотрите обе стороны, добавьте своё.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DisputeCase</name>
    <message>
        <source>All back to the buyer</source>
        <translation>Всё вернуть покупателю</translation>
    </message>
    <message>
        <source>Divide: %1 to the buyer</source>
        <translation>Разделить: %1 покупателю</translation>
    </message>
    <message>
        <source>All to the driver</source>
        <translation>Всё водителю</translation>
    </message>
    <message>
        <source>The bank holds until %1</source>
        <translation>Банк держит деньги до: %1</translation>
    </message>
    <message>
        <source>Evidence until %1</source>
        <translation>Доказательства до: %1</translation>
    </message>
    <message>
        <source>A decision is proposed</source>
        <translation>Решение предложено</translation>
    </message>
    <message>
        <source>Nothing moves until somebody of finance agrees.</source>
        <translation>Ничего не сдвинется, пока не согласится сотрудник финансов.</translation>
    </message>
    <message>
        <source>The proposal</source>
        <translation>Предложение</translation>
    </message>
    <message>
        <source>Parts of the case</source>
        <translation>Части дела</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Доказательства</translation>
    </message>
    <message>
        <source>The way</source>
        <translation>Путь</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Деньги</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Раньше</translation>
    </message>
    <message>
        <source>Buyer: %1</source>
        <translation>Покупатель: %1</translation>
    </message>
    <message>
        <source>Driver: %1</source>
        <translation>Водитель: %1</translation>
    </message>
</context>
<context>
    <name>DisputeForm</name>
    <message>
        <source>The money stays at the bank</source>
        <translation>Деньги остаются в банке</translation>
    </message>
    <message>
        <source>Our clocks stand still until it is decided. Both of you can add evidence until the moment that we show you then.</source>
        <translation>Наши часы остановятся до решения. Вы оба сможете добавлять доказательства до момента, который мы сразу покажем.</translation>
    </message>
    <message>
        <source>The reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Not as described</source>
        <translation>Не как в описании</translation>
    </message>
    <message>
        <source>Another year, mileage or equipment</source>
        <translation>Другой год, пробег или комплектация</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Повреждена</translation>
    </message>
    <message>
        <source>Something that was not on the photos</source>
        <translation>То, чего не было на фото</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Опоздание</translation>
    </message>
    <message>
        <source>The agreed term is over</source>
        <translation>Договорённый срок прошёл</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Не доставлена</translation>
    </message>
    <message>
        <source>The car is not where it was agreed</source>
        <translation>Машины нет там, где договорились</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Документы</translation>
    </message>
    <message>
        <source>Something is missing or does not fit</source>
        <translation>Чего-то нет или не сходится</translation>
    </message>
    <message>
        <source>The price was changed</source>
        <translation>Изменили цену</translation>
    </message>
    <message>
        <source>The driver asks for more</source>
        <translation>Водитель просит доплатить</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Не отвечает</translation>
    </message>
    <message>
        <source>The driver is silent for days</source>
        <translation>Водитель молчит уже несколько дней</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Другое</translation>
    </message>
    <message>
        <source>Tell what happened</source>
        <translation>Расскажите, что случилось</translation>
    </message>
    <message>
        <source>What was agreed, what is there, when you saw it</source>
        <translation>О чём договорились, что на самом деле, когда заметили</translation>
    </message>
    <message>
        <source>Photos: one from afar, one from close, the odometer, the papers</source>
        <translation>Фото: издалека, вблизи, одометр, документы</translation>
    </message>
    <message>
        <source>Report the problem</source>
        <translation>Сообщить о проблеме</translation>
    </message>
    <message>
        <source>How disputes are decided</source>
        <translation>Как решаются споры</translation>
    </message>
</context>
<context>
    <name>DisputeMoney</name>
    <message>
        <source>Back to the buyer</source>
        <translation>Вернуть покупателю</translation>
    </message>
    <message>
        <source>Part of the buyer</source>
        <translation>Доля покупателя</translation>
    </message>
    <message>
        <source>The buyer receives</source>
        <translation>Покупатель получит</translation>
    </message>
    <message>
        <source>The driver receives</source>
        <translation>Водитель получит</translation>
    </message>
    <message>
        <source>Our fee</source>
        <translation>Наша комиссия</translation>
    </message>
    <message>
        <source>The bank cannot do it: %1</source>
        <translation>Банк так не может: %1</translation>
    </message>
    <message>
        <source>Somebody else has to agree first</source>
        <translation>Сначала должен согласиться второй</translation>
    </message>
    <message>
        <source>What is booked</source>
        <translation>Что будет проведено</translation>
    </message>
</context>
<context>
    <name>DisputePage</name>
    <message>
        <source>Problem</source>
        <translation>Проблема</translation>
    </message>
    <message>
        <source>What went wrong?</source>
        <translation>Что случилось?</translation>
    </message>
    <message>
        <source>The evidence is added</source>
        <translation>Доказательства добавлены</translation>
    </message>
    <message>
        <source>Nothing is paid yet</source>
        <translation>Пока ничего не оплачено</translation>
    </message>
    <message>
        <source>A problem cannot be reported now</source>
        <translation>Сейчас о проблеме сообщить нельзя</translation>
    </message>
    <message>
        <source>You can cancel the deal at any time, nothing is owed.</source>
        <translation>Сделку можно отменить в любой момент, вы ничего не должны.</translation>
    </message>
    <message>
        <source>The deal is over. Write to support with the number %1, if you need help.</source>
        <translation>Сделка завершена. Если нужна помощь, напишите в поддержку и укажите номер %1.</translation>
    </message>
    <message>
        <source>To the deal</source>
        <translation>К сделке</translation>
    </message>
    <message>
        <source>You reported %1</source>
        <translation>Вы сообщили: %1</translation>
    </message>
    <message>
        <source>The driver reported %1</source>
        <translation>Водитель сообщил: %1</translation>
    </message>
    <message>
        <source>Decision, %1</source>
        <translation>Решение, %1</translation>
    </message>
    <message>
        <source>You do not agree? Write to support with the number %1 and what was overlooked: somebody else looks at it again.</source>
        <translation>Не согласны? Напишите в поддержку, укажите номер %1 и что не учли: дело пересмотрит другой сотрудник.</translation>
    </message>
    <message>
        <source>What happens now</source>
        <translation>Что будет дальше</translation>
    </message>
    <message>
        <source>The money stays at the bank. CarGo decides: everything back to you, the driver is paid, or the sum is divided. You read the reasons here.</source>
        <translation>Деньги остаются в банке. CarGo решит: вернуть всё вам, заплатить водителю или разделить сумму. Причины вы прочтёте здесь.</translation>
    </message>
    <message>
        <source>Your evidence</source>
        <translation>Ваши доказательства</translation>
    </message>
    <message>
        <source>Nothing yet. Photos from close and from afar help most, and what the papers say.</source>
        <translation>Пока ничего. Больше всего помогают фото издалека и вблизи и документы.</translation>
    </message>
    <message>
        <source>The driver&apos;s evidence</source>
        <translation>Доказательства водителя</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Пока ничего.</translation>
    </message>
    <message>
        <source>Take the problem report back</source>
        <translation>Отозвать сообщение о проблеме</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>Добавить доказательства</translation>
    </message>
    <message>
        <source>Take the report back?</source>
        <translation>Отозвать сообщение?</translation>
    </message>
    <message>
        <source>The deal goes on where it stopped, with the time that was left.</source>
        <translation>Сделка продолжится с того места, где остановилась. Оставшееся время сохранится.</translation>
    </message>
    <message>
        <source>Yes, go on</source>
        <translation>Да, продолжить</translation>
    </message>
    <message>
        <source>Your report is kept</source>
        <translation>Ваше сообщение сохранено</translation>
    </message>
    <message>
        <source>It goes with its photos as soon as there is a line. You need not wait here.</source>
        <translation>Оно уйдёт с фотографиями, как только появится связь. Ждать здесь не нужно.</translation>
    </message>
    <message>
        <source>Open the list</source>
        <translation>Открыть список</translation>
    </message>
</context>
<context>
    <name>DisputeWay</name>
    <message>
        <source>The chain holds</source>
        <translation>Цепочка цела</translation>
    </message>
    <message>
        <source>The chain is broken</source>
        <translation>Цепочка нарушена</translation>
    </message>
    <message>
        <source>%1 of %2 checkpoints agree with their hashes; %3 of %4 photos are changed.</source>
        <translation>Совпали хеши %1 из %2 точек; изменено фото: %3 из %4.</translation>
    </message>
</context>
<context>
    <name>DocumentCard</name>
    <message>
        <source>On its way, %1 %</source>
        <translation>Отправляется, %1 %</translation>
    </message>
    <message>
        <source>It is here</source>
        <translation>Получено</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Отправить ещё раз</translation>
    </message>
    <message>
        <source>The picture that you chose</source>
        <translation>Выбранный снимок</translation>
    </message>
    <message>
        <source>It can be read: send it</source>
        <translation>Всё читается: отправить</translation>
    </message>
    <message>
        <source>Take it again</source>
        <translation>Переснять</translation>
    </message>
    <message>
        <source>Take a picture</source>
        <translation>Сделать снимок</translation>
    </message>
    <message>
        <source>Take another</source>
        <translation>Сделать другой</translation>
    </message>
</context>
<context>
    <name>DocumentViewer</name>
    <message>
        <source>The document</source>
        <translation>Документ</translation>
    </message>
    <message>
        <source>The picture is encrypted. It is shown for a reason, and each look is on record.</source>
        <translation>Снимок зашифрован. Его показывают по причине, и каждый просмотр записан.</translation>
    </message>
    <message>
        <source>Show the picture</source>
        <translation>Показать снимок</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Повернуть влево</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Повернуть вправо</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Мельче</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Крупнее</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Целиком</translation>
    </message>
</context>
<context>
    <name>DocumentsCard</name>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Papers of the deal</source>
        <translation>Документы сделки</translation>
    </message>
    <message>
        <source>Contract, invoice, customs: both of you see what is added here, nobody else. It is kept encrypted.</source>
        <translation>Договор, инвойс, таможня: добавленное видите только вы двое. Файлы хранятся зашифрованными.</translation>
    </message>
    <message>
        <source>Add a paper</source>
        <translation>Добавить документ</translation>
    </message>
    <message>
        <source>PDF or photo, up to 20 MB</source>
        <translation>PDF или фото, до 20 МБ</translation>
    </message>
    <message>
        <source>Choose a paper</source>
        <translation>Выберите документ</translation>
    </message>
    <message>
        <source>Papers (*.pdf *.jpg *.jpeg *.png *.webp)</source>
        <translation>Документы (*.pdf *.jpg *.jpeg *.png *.webp)</translation>
    </message>
    <message>
        <source>What paper is it?</source>
        <translation>Что это за документ?</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Save to this device</source>
        <translation>Сохранить на устройство</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Take the paper back?</source>
        <translation>Убрать документ?</translation>
    </message>
    <message>
        <source>The other side will not see it any more.</source>
        <translation>Вторая сторона больше его не увидит.</translation>
    </message>
    <message>
        <source>Saved among the downloads: %1</source>
        <translation>Сохранено в загрузках: %1</translation>
    </message>
</context>
<context>
    <name>DriverCard</name>
    <message numerus="yes">
        <source>★ %1 · %n review(s)</source>
        <translation>
            <numerusform>★ %1 · %n отзыв</numerusform>
            <numerusform>★ %1 · %n отзыва</numerusform>
            <numerusform>★ %1 · %n отзывов</numerusform>
        </translation>
    </message>
    <message>
        <source>no reviews yet</source>
        <translation>отзывов пока нет</translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) done</source>
        <translation>
            <numerusform>%n сделка</numerusform>
            <numerusform>%n сделки</numerusform>
            <numerusform>%n сделок</numerusform>
        </translation>
    </message>
    <message>
        <source>documents checked</source>
        <translation>документы проверены</translation>
    </message>
    <message>
        <source>phone and e-mail confirmed</source>
        <translation>телефон и почта подтверждены</translation>
    </message>
    <message>
        <source>All reviews and his cars</source>
        <translation>Все отзывы и машины водителя</translation>
    </message>
</context>
<context>
    <name>DriverDealWords</name>
    <message>
        <source>The buyer is to pay</source>
        <translation>Ждём оплату покупателя</translation>
    </message>
    <message>
        <source>Paid: pick the car up</source>
        <translation>Оплачено: забирайте машину</translation>
    </message>
    <message>
        <source>Arrived: hand it over</source>
        <translation>Приехали: передайте машину</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>В пути</translation>
    </message>
    <message>
        <source>Handed over, the buyer checks</source>
        <translation>Передана, покупатель проверяет</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Завершена</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменена</translation>
    </message>
    <message>
        <source>Problem, CarGo looks into it</source>
        <translation>Проблема, CarGo разбирается</translation>
    </message>
    <message>
        <source>Decided: money back to the buyer</source>
        <translation>Решено: деньги вернутся покупателю</translation>
    </message>
    <message>
        <source>Decided: you are paid</source>
        <translation>Решено: деньги ваши</translation>
    </message>
    <message>
        <source>Decided: the sum is divided</source>
        <translation>Решено: сумма разделена</translation>
    </message>
    <message>
        <source>Nothing is paid out</source>
        <translation>Выплаты не будет</translation>
    </message>
    <message>
        <source>The deal was cancelled.</source>
        <translation>Сделка отменена.</translation>
    </message>
    <message>
        <source>Nothing is paid yet</source>
        <translation>Ещё не оплачено</translation>
    </message>
    <message>
        <source>Do not set out before the bank has the money: then it is yours on delivery.</source>
        <translation>Не выезжайте, пока деньги не у банка: тогда при передаче они будут ваши.</translation>
    </message>
    <message>
        <source>%1 have been paid to you</source>
        <translation>Вам выплачено %1</translation>
    </message>
    <message>
        <source>%1 are on their way to you</source>
        <translation>%1 уже идут к вам</translation>
    </message>
    <message>
        <source>The money goes back to the buyer</source>
        <translation>Деньги возвращаются покупателю</translation>
    </message>
    <message>
        <source>The bank could not finish a step</source>
        <translation>Банк не смог завершить шаг</translation>
    </message>
    <message>
        <source>The money is safe. Our finance team is on it.</source>
        <translation>Деньги в безопасности. Этим занимаются наши финансисты.</translation>
    </message>
    <message>
        <source>The bank has the buyer&apos;s money</source>
        <translation>Деньги покупателя у банка</translation>
    </message>
    <message>
        <source>You get %1 when he has the car.</source>
        <translation>Вы получите %1, когда машина будет у него.</translation>
    </message>
    <message>
        <source>Time for the buyer to pay</source>
        <translation>Покупателю на оплату</translation>
    </message>
    <message>
        <source>Without a payment the deal ends by itself and the car is free again.</source>
        <translation>Без оплаты сделка завершится сама, и машина снова свободна.</translation>
    </message>
    <message>
        <source>Pick the car up within</source>
        <translation>Заберите машину за</translation>
    </message>
    <message>
        <source>Later the deal ends by itself and the buyer gets everything back.</source>
        <translation>Позже сделка завершится сама, и покупатель получит всё обратно.</translation>
    </message>
    <message>
        <source>Time for the buyer to look and confirm</source>
        <translation>Покупателю на осмотр и подтверждение</translation>
    </message>
    <message>
        <source>If he says nothing, the car counts as handed over. A problem stops this clock.</source>
        <translation>Если он промолчит, машина считается переданной. Проблема останавливает эти часы.</translation>
    </message>
    <message>
        <source>Your payout leaves in</source>
        <translation>Выплата уйдёт вам через</translation>
    </message>
    <message>
        <source>Until then the buyer may report a problem, which stops the payout.</source>
        <translation>До этого покупатель может сообщить о проблеме, и выплата остановится.</translation>
    </message>
    <message>
        <source>Time to send evidence</source>
        <translation>Время прислать доказательства</translation>
    </message>
    <message>
        <source>Then CarGo decides on what both sides have shown.</source>
        <translation>Затем CarGo решит по тому, что показали обе стороны.</translation>
    </message>
    <message>
        <source>Time for a review</source>
        <translation>Время на отзыв</translation>
    </message>
    <message>
        <source>Then both reviews appear and no new ones can be written.</source>
        <translation>Затем появятся оба отзыва, новых написать нельзя.</translation>
    </message>
    <message>
        <source>The bank keeps the sum reserved for</source>
        <translation>Банк держит сумму ещё</translation>
    </message>
    <message>
        <source>It is the bank&apos;s own clock. Picking the car up takes the money into the deal.</source>
        <translation>Это часы самого банка. Когда вы заберёте машину, деньги перейдут в сделку.</translation>
    </message>
    <message>
        <source>Answer the buyer&apos;s proposal</source>
        <translation>Ответьте на предложение покупателя</translation>
    </message>
    <message>
        <source>Until you agree the old terms stay. Nothing waits for it, nothing is blocked.</source>
        <translation>Пока вы не согласны, действуют прежние условия. Ничего не ждёт и не заблокировано.</translation>
    </message>
    <message>
        <source>The buyer pays the bank</source>
        <translation>Покупатель платит банку</translation>
    </message>
    <message>
        <source>We tell you at once when the money is there.</source>
        <translation>Сразу сообщим, когда деньги придут.</translation>
    </message>
    <message>
        <source>Pick the car up</source>
        <translation>Заберите машину</translation>
    </message>
    <message>
        <source>VIN, odometer and photos: they protect you if the car is called damaged later.</source>
        <translation>VIN, пробег и фото: они защитят вас, если машину потом назовут повреждённой.</translation>
    </message>
    <message>
        <source>Bring the car, show the way</source>
        <translation>Везите машину, показывайте путь</translation>
    </message>
    <message>
        <source>Add photos at the border, at customs, on the ferry. Say when you are there.</source>
        <translation>Добавляйте фото на границе, на таможне, на пароме. Отметьте прибытие.</translation>
    </message>
    <message>
        <source>Hand the car over</source>
        <translation>Передайте машину</translation>
    </message>
    <message>
        <source>The buyer looks at the car, then shows you his code.</source>
        <translation>Покупатель осматривает машину и показывает вам код.</translation>
    </message>
    <message>
        <source>The buyer checks the car once more</source>
        <translation>Покупатель проверяет машину ещё раз</translation>
    </message>
    <message>
        <source>Then your payout leaves by itself.</source>
        <translation>Затем выплата уйдёт сама.</translation>
    </message>
    <message>
        <source>CarGo decides on the evidence</source>
        <translation>CarGo решает по доказательствам</translation>
    </message>
    <message>
        <source>The money stays at the bank until then.</source>
        <translation>До этого деньги остаются у банка.</translation>
    </message>
    <message>
        <source>Tell others how it was</source>
        <translation>Расскажите, как всё прошло</translation>
    </message>
    <message>
        <source>Two minutes. The buyer reads it only when he has written too.</source>
        <translation>Две минуты. Покупатель прочтёт отзыв, только когда напишет свой.</translation>
    </message>
</context>
<context>
    <name>DriverHead</name>
    <message>
        <source>The account was closed</source>
        <translation>Аккаунт закрыт</translation>
    </message>
    <message>
        <source>With CarGo since %1</source>
        <translation>В CarGo с %1</translation>
    </message>
    <message>
        <source>rating</source>
        <translation>рейтинг</translation>
    </message>
    <message numerus="yes">
        <source>review(s)</source>
        <comment>below their number</comment>
        <translation>
            <numerusform>отзыв</numerusform>
            <numerusform>отзыва</numerusform>
            <numerusform>отзывов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>deal(s) done</source>
        <comment>below their number</comment>
        <translation>
            <numerusform>сделка</numerusform>
            <numerusform>сделки</numerusform>
            <numerusform>сделок</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DriverMarks</name>
    <message>
        <source>Documents and face</source>
        <translation>Документы и лицо</translation>
    </message>
    <message>
        <source>CarGo&apos;s staff compared his passport with a selfie.</source>
        <translation>Сотрудник CarGo сверил паспорт с селфи.</translation>
    </message>
    <message>
        <source>Phone and e-mail</source>
        <translation>Телефон и почта</translation>
    </message>
    <message>
        <source>He answered a code on both.</source>
        <translation>Код подтверждён и там, и там.</translation>
    </message>
    <message>
        <source>Deals through the bank</source>
        <translation>Сделки через банк</translation>
    </message>
    <message>
        <source>Counted only when the buyer had the car and the money was paid out.</source>
        <translation>Считаем только те, где покупатель получил машину, а деньги выплачены.</translation>
    </message>
    <message>
        <source>What is checked</source>
        <translation>Что проверено</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>пока нет</translation>
    </message>
    <message>
        <source>%1: not yet</source>
        <translation>%1: пока нет</translation>
    </message>
    <message>
        <source>The rating weighs the number of reviews: one review makes no five stars. Only buyers of finished deals write, and nobody can pay to have a review taken away.</source>
        <translation>Рейтинг учитывает число отзывов: один отзыв ещё не пять звёзд. Пишут только покупатели завершённых сделок, и удалить отзыв за деньги нельзя.</translation>
    </message>
</context>
<context>
    <name>DriverPage</name>
    <message>
        <source>Driver</source>
        <translation>Водитель</translation>
    </message>
    <message>
        <source>Report this person</source>
        <translation>Пожаловаться на человека</translation>
    </message>
    <message>
        <source>There is no such driver</source>
        <translation>Такого водителя нет</translation>
    </message>
    <message>
        <source>The account was closed, or the link is not right.</source>
        <translation>Аккаунт закрыт, или ссылка с ошибкой.</translation>
    </message>
    <message>
        <source>Find a car</source>
        <translation>Найти машину</translation>
    </message>
    <message>
        <source>His cars</source>
        <translation>Машины водителя</translation>
    </message>
    <message>
        <source>Sign in, and this car is kept on all your devices.</source>
        <translation>Войдите, и эта машина сохранится на всех ваших устройствах.</translation>
    </message>
</context>
<context>
    <name>DriverReviews</name>
    <message>
        <source>Reviews</source>
        <translation>Отзывы</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>4 and 5 stars</source>
        <translation>4 и 5 звёзд</translation>
    </message>
    <message>
        <source>3 and fewer</source>
        <translation>3 и меньше</translation>
    </message>
    <message>
        <source>Nobody has written about him yet: the first deals are still on their way.</source>
        <translation>Отзывов пока нет: первые сделки ещё в пути.</translation>
    </message>
    <message>
        <source>No critical review.</source>
        <translation>Критических отзывов нет.</translation>
    </message>
    <message>
        <source>No review with four or five stars yet.</source>
        <translation>Отзывов на четыре и пять звёзд пока нет.</translation>
    </message>
    <message>
        <source>The reviews did not come</source>
        <translation>Отзывы не загрузились</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>More reviews</source>
        <translation>Ещё отзывы</translation>
    </message>
</context>
<context>
    <name>DriverStars</name>
    <message>
        <source>new driver</source>
        <translation>новый водитель</translation>
    </message>
    <message>
        <source>new</source>
        <comment>driver</comment>
        <translation>новый</translation>
    </message>
</context>
<context>
    <name>EarningsPage</name>
    <message>
        <source>Earnings</source>
        <translation>Заработок</translation>
    </message>
    <message>
        <source>Saved among the downloads: %1</source>
        <translation>Сохранено в загрузках: %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Nothing earned yet</source>
        <translation>Пока ничего не заработано</translation>
    </message>
    <message>
        <source>When a buyer has paid for a deal, its money is shown here, from the bank to you.</source>
        <translation>Когда покупатель оплатит сделку, здесь будет виден путь её денег от банка к вам.</translation>
    </message>
    <message>
        <source>At the bank, for deals that run</source>
        <translation>В банке, по идущим сделкам</translation>
    </message>
    <message>
        <source>On the way to you</source>
        <translation>На пути к вам</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Выплачено</translation>
    </message>
    <message>
        <source>The bank holds and pays the money, not CarGo. Paid means that the bank has said so.</source>
        <translation>Деньги держит и выплачивает банк, а не CarGo. «Выплачено» значит, что так сказал банк.</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Выписка</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Этот месяц</translation>
    </message>
    <message>
        <source>Three months</source>
        <translation>Три месяца</translation>
    </message>
    <message>
        <source>Twelve months</source>
        <translation>Двенадцать месяцев</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Таблица (CSV)</translation>
    </message>
    <message>
        <source>Taxes on it are yours to pay.</source>
        <translation>Налоги с этих денег вы платите сами.</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Back to the buyer</source>
        <translation>Вернётся покупателю</translation>
    </message>
    <message>
        <source>CarGo&apos;s fee</source>
        <translation>Комиссия CarGo</translation>
    </message>
    <message>
        <source>To you</source>
        <translation>Вам</translation>
    </message>
    <message>
        <source>Payout details</source>
        <translation>Реквизиты для выплат</translation>
    </message>
    <message>
        <source>Where the bank pays you</source>
        <translation>Куда банк платит вам</translation>
    </message>
</context>
<context>
    <name>EditCar</name>
    <message>
        <source>VIN</source>
        <translation>VIN</translation>
    </message>
    <message>
        <source>17 characters, from the plate or the papers. Japanese frame numbers stay out.</source>
        <translation>17 знаков, с таблички или из документов. Японский номер кузова не вписывайте.</translation>
    </message>
    <message>
        <source>Take over from the VIN: %1</source>
        <translation>Взять из VIN: %1</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Марка</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>Mileage</source>
        <translation>Пробег</translation>
    </message>
    <message>
        <source>km</source>
        <translation>км</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>Откуда машина</translation>
    </message>
</context>
<context>
    <name>EditDetails</name>
    <message>
        <source>Buyers search by these. What is open here is left out of their searches.</source>
        <translation>По этому ищут покупатели. Что не заполнено, в их поиск не попадёт.</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Кузов</translation>
    </message>
    <message>
        <source>Fuel</source>
        <translation>Топливо</translation>
    </message>
    <message>
        <source>Gearbox</source>
        <translation>Коробка</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Привод</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Двигатель</translation>
    </message>
    <message>
        <source>cm³</source>
        <translation>см³</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Мощность</translation>
    </message>
    <message>
        <source>hp</source>
        <translation>л. с.</translation>
    </message>
</context>
<context>
    <name>EditListingPage</name>
    <message>
        <source>Change the listing</source>
        <translation>Изменить объявление</translation>
    </message>
    <message>
        <source>New listing</source>
        <translation>Новое объявление</translation>
    </message>
    <message>
        <source>Something is missing or wrong on this step</source>
        <translation>На этом шаге чего-то не хватает или есть ошибка</translation>
    </message>
    <message>
        <source>Photos are still on their way. They need a line.</source>
        <translation>Фото ещё загружаются. Нужна связь.</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>Машина</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Фотографии</translation>
    </message>
    <message>
        <source>Price and words</source>
        <translation>Цена и описание</translation>
    </message>
    <message>
        <source>You go on where you were.</source>
        <translation>Продолжаем с того же места.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Далее</translation>
    </message>
    <message>
        <source>Save and look</source>
        <translation>Сохранить и посмотреть</translation>
    </message>
</context>
<context>
    <name>EditPhotos</name>
    <message>
        <source>All four corners, the inside, the odometer, the engine and every scratch. The first is the cover; hold one to move it.</source>
        <translation>Все четыре угла, салон, пробег, двигатель и каждая царапина. Первое фото на обложке; удерживайте фото, чтобы переставить.</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>Добавить фото</translation>
    </message>
</context>
<context>
    <name>EditPrice</name>
    <message>
        <source>Price with delivery</source>
        <translation>Цена с доставкой</translation>
    </message>
    <message>
        <source>What the buyer pays for the car and the way. Customs are his and not in it.</source>
        <translation>Сколько покупатель платит за машину и дорогу. Растаможка за ним и сюда не входит.</translation>
    </message>
    <message>
        <source>Days from payment to the door</source>
        <translation>Дней от оплаты до передачи</translation>
    </message>
    <message>
        <source>days</source>
        <translation>дн.</translation>
    </message>
    <message>
        <source>What else a buyer should know</source>
        <translation>Что ещё важно знать покупателю</translation>
    </message>
    <message>
        <source>No telephones, links or names of messengers: buyers write to you here, and the bank&apos;s protection works only here.</source>
        <translation>Без телефонов, ссылок и названий мессенджеров: покупатели пишут вам здесь, и защита банка действует только здесь.</translation>
    </message>
    <message>
        <source>The fee is %1. It is fixed for a deal on the day when the deal is made.</source>
        <translation>Комиссия: %1. Для сделки она фиксируется в день, когда сделка создана.</translation>
    </message>
</context>
<context>
    <name>EndingsCard</name>
    <message>
        <source>If somebody changes his mind</source>
        <translation>Если кто-то передумает</translation>
    </message>
    <message>
        <source>All rules of cancelling</source>
        <translation>Все правила отмены</translation>
    </message>
</context>
<context>
    <name>ErasureCase</name>
    <message>
        <source>A dispute is not decided</source>
        <translation>Спор не решён</translation>
    </message>
    <message>
        <source>Money is on its way</source>
        <translation>Деньги в пути</translation>
    </message>
    <message>
        <source>The deal is running</source>
        <translation>Сделка идёт</translation>
    </message>
    <message>
        <source>Close the account and erase it</source>
        <translation>Закрыть аккаунт и стереть данные</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Отказать</translation>
    </message>
    <message>
        <source>Something stands in the way still.</source>
        <translation>Пока есть препятствия.</translation>
    </message>
    <message>
        <source>Nothing stands in the way</source>
        <translation>Ничто не мешает</translation>
    </message>
    <message>
        <source>Name, e-mail, addresses, devices and photos go for good. Deals and the ledger stay under a pseudonym, as the law asks.</source>
        <translation>Имя, почта, адреса, устройства и фотографии исчезнут навсегда. Сделки и проводки останутся под псевдонимом — так требует закон.</translation>
    </message>
    <message>
        <source>It has to wait</source>
        <translation>Придётся подождать</translation>
    </message>
    <message>
        <source>Others and the bank rely on what he has begun. The law gives ten working days to answer.</source>
        <translation>На начатое рассчитывают другие люди и банк. По закону на ответ есть десять рабочих дней.</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Кто решил</translation>
    </message>
    <message>
        <source>the user himself</source>
        <translation>сам пользователь</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Проверить ещё раз</translation>
    </message>
</context>
<context>
    <name>ErrorState</name>
    <message>
        <source>Could not load</source>
        <translation>Не удалось загрузить</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>No connection to CarGo</source>
        <translation>Нет связи с CarGo</translation>
    </message>
    <message>
        <source>For support: %1</source>
        <translation>Для поддержки: %1</translation>
    </message>
</context>
<context>
    <name>ErrorTexts</name>
    <message>
        <source>Please fill this in.</source>
        <translation>Заполните это поле.</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>Слишком длинно.</translation>
    </message>
    <message>
        <source>This is too short.</source>
        <translation>Слишком коротко.</translation>
    </message>
    <message>
        <source>This number is outside the limits.</source>
        <translation>Число вне допустимых пределов.</translation>
    </message>
    <message>
        <source>Please check how this is written.</source>
        <translation>Проверьте, как это написано.</translation>
    </message>
    <message>
        <source>This is already taken.</source>
        <translation>Это уже занято.</translation>
    </message>
    <message>
        <source>Please check this field.</source>
        <translation>Проверьте это поле.</translation>
    </message>
    <message>
        <source>CarGo does not answer. Nothing is lost: check the network and try again.</source>
        <translation>CarGo не отвечает. Ничего не потеряно: проверьте сеть и повторите.</translation>
    </message>
    <message>
        <source>The answer took too long. Nothing is lost: try again.</source>
        <translation>Ответ шёл слишком долго. Ничего не потеряно: повторите.</translation>
    </message>
    <message>
        <source>The e-mail and the password do not match.</source>
        <translation>Почта и пароль не подходят друг к другу.</translation>
    </message>
    <message>
        <source>This code does not fit. Check the digits.</source>
        <translation>Код не подходит. Проверьте цифры.</translation>
    </message>
    <message>
        <source>Please sign in again. Your deals and chats are safe.</source>
        <translation>Войдите ещё раз. Ваши сделки и чаты на месте.</translation>
    </message>
    <message>
        <source>You cannot do this here.</source>
        <translation>Здесь это сделать нельзя.</translation>
    </message>
    <message>
        <source>Confirm your identity first: it protects both sides.</source>
        <translation>Сначала подтвердите личность: это защищает обе стороны.</translation>
    </message>
    <message>
        <source>Writing is paused here because of repeated contacts in messages.</source>
        <translation>Переписка приостановлена: в сообщениях повторялись контакты.</translation>
    </message>
    <message>
        <source>This account is blocked. Support will tell the reason and how to appeal.</source>
        <translation>Аккаунт заблокирован. Поддержка назовёт причину и подскажет, как обжаловать.</translation>
    </message>
    <message>
        <source>This is no longer here.</source>
        <translation>Этого здесь больше нет.</translation>
    </message>
    <message>
        <source>Something changed meanwhile. We have refreshed the page: please look again.</source>
        <translation>Тем временем что-то изменилось. Мы обновили страницу: посмотрите ещё раз.</translation>
    </message>
    <message>
        <source>Too many attempts. Wait a minute and try again.</source>
        <translation>Слишком много попыток. Подождите минуту и повторите.</translation>
    </message>
    <message>
        <source>This file is too large.</source>
        <translation>Файл слишком большой.</translation>
    </message>
    <message>
        <source>The bank cannot carry this sum for this time. Try another sum or a shorter delivery.</source>
        <translation>Банк не может держать такую сумму столько времени. Попробуйте другую сумму или меньший срок.</translation>
    </message>
    <message>
        <source>The bank declined the payment. No money was taken: try another card.</source>
        <translation>Банк отклонил платёж. Деньги не списаны: попробуйте другую карту.</translation>
    </message>
    <message>
        <source>This car is no longer offered.</source>
        <translation>Эта машина больше не предлагается.</translation>
    </message>
    <message>
        <source>This is your own listing.</source>
        <translation>Это ваше объявление.</translation>
    </message>
    <message>
        <source>The time for reviews is over.</source>
        <translation>Время для отзывов вышло.</translation>
    </message>
    <message>
        <source>This was already sent. Please look at the page again.</source>
        <translation>Это уже отправлено. Посмотрите страницу ещё раз.</translation>
    </message>
    <message>
        <source>Please check what you filled in.</source>
        <translation>Проверьте, что вы заполнили.</translation>
    </message>
    <message>
        <source>Something broke on our side. Nothing is lost: try again in a minute.</source>
        <translation>Что-то сломалось у нас. Ничего не потеряно: повторите через минуту.</translation>
    </message>
    <message>
        <source>This did not work. Please try again.</source>
        <translation>Не получилось. Повторите.</translation>
    </message>
    <message>
        <source>Staff sign in to the console, not here.</source>
        <translation>Сотрудники входят в консоль, а не сюда.</translation>
    </message>
    <message>
        <source>Enter the code of your authenticator app to go on.</source>
        <translation>Введите код из приложения-аутентификатора, чтобы продолжить.</translation>
    </message>
    <message>
        <source>Please accept the current agreement first.</source>
        <translation>Сначала примите действующее соглашение.</translation>
    </message>
    <message>
        <source>A virus scanner found something in this file. It was not kept.</source>
        <translation>Антивирус нашёл в файле угрозу. Файл не сохранён.</translation>
    </message>
    <message>
        <source>One of you has blocked the other: no messages go here.</source>
        <translation>Один из вас заблокировал другого: сообщения здесь не отправляются.</translation>
    </message>
</context>
<context>
    <name>EventTexts</name>
    <message>
        <source>The terms are agreed: the deal is made</source>
        <translation>Условия согласованы: сделка создана</translation>
    </message>
    <message>
        <source>Paid: the bank holds the money</source>
        <translation>Оплачено: деньги у банка</translation>
    </message>
    <message>
        <source>The car is on its way</source>
        <translation>Машина в пути</translation>
    </message>
    <message>
        <source>The driver added a checkpoint</source>
        <translation>Водитель отметил точку пути</translation>
    </message>
    <message>
        <source>The car has arrived</source>
        <translation>Машина приехала</translation>
    </message>
    <message>
        <source>The car was handed over</source>
        <translation>Машина передана</translation>
    </message>
    <message>
        <source>The deal is done, contacts are open</source>
        <translation>Сделка завершена, контакты открыты</translation>
    </message>
    <message>
        <source>The deal was cancelled</source>
        <translation>Сделка отменена</translation>
    </message>
    <message>
        <source>A problem was reported: the clocks stand still</source>
        <translation>Сообщено о проблеме: сроки остановлены</translation>
    </message>
    <message>
        <source>The dispute is decided</source>
        <translation>Спор решён</translation>
    </message>
    <message>
        <source>The problem report was taken back</source>
        <translation>Сообщение о проблеме отозвано</translation>
    </message>
    <message>
        <source>A change of terms is proposed</source>
        <translation>Предложено изменить условия</translation>
    </message>
    <message>
        <source>The change of terms is accepted</source>
        <translation>Изменение условий принято</translation>
    </message>
    <message>
        <source>The change of terms is declined</source>
        <translation>Изменение условий отклонено</translation>
    </message>
    <message>
        <source>The deal changed</source>
        <translation>Сделка изменилась</translation>
    </message>
    <message>
        <source>The time to pay is over: the deal is cancelled</source>
        <translation>Время оплаты вышло: сделка отменена</translation>
    </message>
    <message>
        <source>The car was not picked up in time: the deal is cancelled</source>
        <translation>Машину не забрали в срок: сделка отменена</translation>
    </message>
    <message>
        <source>The time to confirm is over: the car counts as handed over</source>
        <translation>Время на подтверждение вышло: машина считается переданной</translation>
    </message>
    <message>
        <source>The driver is there with the car and did not meet the buyer</source>
        <translation>Водитель на месте с машиной и не застал покупателя</translation>
    </message>
    <message>
        <source>The clocks of the deal stand still: one side did not feel safe. CarGo looks into it</source>
        <translation>Часы сделки остановлены: одной из сторон стало небезопасно. CarGo разбирается</translation>
    </message>
    <message>
        <source>The clocks of the deal go on</source>
        <translation>Часы сделки снова идут</translation>
    </message>
    <message>
        <source>A paper was added to the deal</source>
        <translation>К сделке добавлен документ</translation>
    </message>
</context>
<context>
    <name>EvidenceColumn</name>
    <message>
        <source>Nothing was handed in.</source>
        <translation>Ничего не передано.</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) are not what was handed in</source>
        <translation>
            <numerusform>%n фото не то, что передали</numerusform>
            <numerusform>%n фото не те, что передали</numerusform>
            <numerusform>%n фото не те, что передали</numerusform>
        </translation>
    </message>
    <message>
        <source>Photos as they were handed in</source>
        <translation>Фото те же, что передали</translation>
    </message>
</context>
<context>
    <name>EvidencePhotos</name>
    <message>
        <source>Add photos</source>
        <translation>Добавить фото</translation>
    </message>
</context>
<context>
    <name>EvidenceSheet</name>
    <message>
        <source>Add evidence</source>
        <translation>Добавить доказательства</translation>
    </message>
    <message>
        <source>What does it show?</source>
        <translation>Что на них видно?</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Your archive is being made</source>
        <translation>Архив готовится</translation>
    </message>
    <message>
        <source>It takes some minutes. We tell you when it is ready; you may leave this page.</source>
        <translation>Это займёт несколько минут. Мы сообщим, когда он будет готов, страницу можно закрыть.</translation>
    </message>
    <message>
        <source>Your archive is ready</source>
        <translation>Архив готов</translation>
    </message>
    <message>
        <source>The archive could not be made</source>
        <translation>Архив не получился</translation>
    </message>
    <message>
        <source>Nothing is lost. Ask for it once more.</source>
        <translation>Ничего не пропало. Запросите его ещё раз.</translation>
    </message>
    <message>
        <source>A copy of everything that we know about you</source>
        <translation>Копия всего, что мы о вас знаем</translation>
    </message>
    <message>
        <source>Profile, deals, messages, reviews, favourites, searches, devices and your photos, in one ZIP with readable files.</source>
        <translation>Профиль, сделки, сообщения, отзывы, избранное, поиски, устройства и ваши фото: один ZIP с понятными файлами.</translation>
    </message>
    <message>
        <source>My data</source>
        <translation>Мои данные</translation>
    </message>
    <message>
        <source>Saved among the downloads: %1</source>
        <translation>Сохранено в загрузках: %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Only you can take it</source>
        <translation>Забрать его можете только вы</translation>
    </message>
    <message>
        <source>Keep the file as you keep your passport: it holds your messages and deals. A new one can be asked for once a day.</source>
        <translation>Храните файл как паспорт: в нём ваши переписка и сделки. Новый можно запросить раз в сутки.</translation>
    </message>
    <message>
        <source>Make my archive</source>
        <translation>Подготовить архив</translation>
    </message>
    <message>
        <source>Save it</source>
        <translation>Сохранить</translation>
    </message>
</context>
<context>
    <name>FacetGroup</name>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation>
            <numerusform>Показать все %n</numerusform>
            <numerusform>Показать все %n</numerusform>
            <numerusform>Показать все %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FacetPanel</name>
    <message>
        <source>Brand</source>
        <translation>Марка</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Кузов</translation>
    </message>
    <message>
        <source>Fuel</source>
        <translation>Топливо</translation>
    </message>
    <message>
        <source>Gearbox</source>
        <translation>Коробка</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Привод</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Фильтры</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Сбросить всё</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Mileage</source>
        <translation>Пробег</translation>
    </message>
    <message>
        <source>km</source>
        <translation>км</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Доставка</translation>
    </message>
    <message numerus="yes">
        <source>up to %n day(s)</source>
        <translation>
            <numerusform>до %n дня</numerusform>
            <numerusform>до %n дней</numerusform>
            <numerusform>до %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>Driver&apos;s rating</source>
        <translation>Оценка водителя</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>Подходит</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Мощность</translation>
    </message>
    <message>
        <source>hp</source>
        <translation>л. с.</translation>
    </message>
    <message>
        <source>cm³</source>
        <translation>см³</translation>
    </message>
    <message>
        <source>Engine size</source>
        <translation>Объём двигателя</translation>
    </message>
</context>
<context>
    <name>FactWords</name>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>Mileage</source>
        <translation>Пробег</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Доставка</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Кузов</translation>
    </message>
    <message>
        <source>Fuel</source>
        <translation>Топливо</translation>
    </message>
    <message>
        <source>Gearbox</source>
        <translation>Коробка</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Привод</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Двигатель</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Мощность</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>Driver&apos;s rating</source>
        <translation>Оценка водителя</translation>
    </message>
    <message>
        <source>Driver&apos;s deals</source>
        <translation>Сделки водителя</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Места</translation>
    </message>
    <message>
        <source>Doors</source>
        <translation>Двери</translation>
    </message>
    <message>
        <source>Owners</source>
        <translation>Владельцы</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>Батарея</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Запас хода</translation>
    </message>
    <message>
        <source>Consumption</source>
        <translation>Расход</translation>
    </message>
    <message>
        <source>Auction grade</source>
        <translation>Оценка аукциона</translation>
    </message>
    <message>
        <source>Auction lot</source>
        <translation>Лот аукциона</translation>
    </message>
    <message>
        <source>Trim</source>
        <translation>Комплектация</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>Поколение</translation>
    </message>
    <message>
        <source>Interior colour</source>
        <translation>Цвет салона</translation>
    </message>
    <message>
        <source>Steering wheel on the right</source>
        <translation>Правый руль</translation>
    </message>
    <message>
        <source>No accidents</source>
        <translation>Без аварий</translation>
    </message>
    <message>
        <source>Service history</source>
        <translation>История обслуживания</translation>
    </message>
    <message>
        <source>Leather</source>
        <translation>Кожаный салон</translation>
    </message>
    <message>
        <source>Panoramic roof</source>
        <translation>Панорамная крыша</translation>
    </message>
    <message>
        <source>Heated seats</source>
        <translation>Подогрев сидений</translation>
    </message>
    <message>
        <source>Heated steering wheel</source>
        <translation>Подогрев руля</translation>
    </message>
    <message>
        <source>Ventilated seats</source>
        <translation>Вентиляция сидений</translation>
    </message>
    <message>
        <source>Climate control</source>
        <translation>Климат-контроль</translation>
    </message>
    <message>
        <source>Cruise control</source>
        <translation>Круиз-контроль</translation>
    </message>
    <message>
        <source>Adaptive cruise control</source>
        <translation>Адаптивный круиз-контроль</translation>
    </message>
    <message>
        <source>Rear camera</source>
        <translation>Камера заднего вида</translation>
    </message>
    <message>
        <source>Surround cameras</source>
        <translation>Камеры кругового обзора</translation>
    </message>
    <message>
        <source>Parking sensors</source>
        <translation>Парктроники</translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>Навигация</translation>
    </message>
    <message>
        <source>Keyless entry</source>
        <translation>Бесключевой доступ</translation>
    </message>
    <message>
        <source>Tow bar</source>
        <translation>Фаркоп</translation>
    </message>
    <message>
        <source>Roof rails</source>
        <translation>Рейлинги</translation>
    </message>
    <message>
        <source>Isofix</source>
        <translation>Isofix</translation>
    </message>
    <message>
        <source>Winter tyres</source>
        <translation>Зимние шины</translation>
    </message>
    <message>
        <source>Cleared through customs</source>
        <translation>Растаможена</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>%1 l/100 km</source>
        <translation>%1 л/100 км</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 км</translation>
    </message>
    <message>
        <source>%1 kWh</source>
        <translation>%1 кВт·ч</translation>
    </message>
</context>
<context>
    <name>FavouritesPage</name>
    <message>
        <source>Favourites</source>
        <translation>Избранное</translation>
    </message>
    <message>
        <source>Nothing kept yet</source>
        <translation>Пока ничего не сохранено</translation>
    </message>
    <message>
        <source>Press the heart on a car: we keep it here and tell you when it becomes cheaper.</source>
        <translation>Нажмите сердечко на машине: мы сохраним её здесь и скажем, когда она подешевеет.</translation>
    </message>
    <message>
        <source>Sign in, and the cars you keep are on all your devices.</source>
        <translation>Войдите, и сохранённые машины будут на всех ваших устройствах.</translation>
    </message>
    <message>
        <source>Find a car</source>
        <translation>Найти машину</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Сохранённые поиски</translation>
    </message>
    <message>
        <source>Removed from favourites</source>
        <translation>Убрано из избранного</translation>
    </message>
    <message>
        <source>Last kept</source>
        <translation>Недавние</translation>
    </message>
    <message>
        <source>Most cheaper</source>
        <translation>Подешевели</translation>
    </message>
    <message>
        <source>Cheaper first</source>
        <translation>По цене</translation>
    </message>
    <message numerus="yes">
        <source>%n became cheaper since you kept it</source>
        <translation>
            <numerusform>%n подешевела с тех пор, как вы её сохранили</numerusform>
            <numerusform>%n подешевели с тех пор, как вы их сохранили</numerusform>
            <numerusform>%n подешевели с тех пор, как вы их сохранили</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is not offered any more</source>
        <translation>
            <numerusform>%n больше не продаётся</numerusform>
            <numerusform>%n больше не продаются</numerusform>
            <numerusform>%n больше не продаются</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FeePreview</name>
    <message>
        <source>What it would mean</source>
        <translation>Что изменится</translation>
    </message>
    <message>
        <source>Of %1</source>
        <translation>С %1</translation>
    </message>
    <message numerus="yes">
        <source>The newest %n deal(s)</source>
        <translation>
            <numerusform>Последняя %n сделка</numerusform>
            <numerusform>Последние %n сделки</numerusform>
            <numerusform>Последние %n сделок</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindSheet</name>
    <message>
        <source>Find</source>
        <translation>Найти</translation>
    </message>
    <message>
        <source>Number, name, e-mail, phone or VIN</source>
        <translation>Номер, имя, почта, телефон или VIN</translation>
    </message>
    <message>
        <source>Nothing by these words.</source>
        <translation>По этим словам ничего нет.</translation>
    </message>
</context>
<context>
    <name>ForYou</name>
    <message>
        <source>For you</source>
        <translation>Для вас</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>Стоит посмотреть</translation>
    </message>
    <message>
        <source>How these cars are chosen</source>
        <translation>Как выбраны эти машины</translation>
    </message>
    <message>
        <source>From what you looked at, kept, asked about and searched for here. Each car says its reason. Nobody can pay to be shown, and the order of a search is always the one that you choose.</source>
        <translation>По тому, что вы здесь смотрели, сохраняли, о чём спрашивали и что искали. У каждой машины написана причина. Показ нельзя купить, а порядок в поиске всегда тот, что выбрали вы.</translation>
    </message>
    <message>
        <source>Choose by what I do</source>
        <translation>Подбирать по моим действиям</translation>
    </message>
    <message>
        <source>Off: everybody sees the same cars.</source>
        <translation>Выключено: все видят одни и те же машины.</translation>
    </message>
</context>
<context>
    <name>GoneCar</name>
    <message>
        <source>Somebody was quicker</source>
        <translation>Вас опередили</translation>
    </message>
    <message>
        <source>This car is no longer offered. You have paid nothing and owe nothing.</source>
        <translation>Эта машина больше не продаётся. Вы ничего не заплатили и ничего не должны.</translation>
    </message>
    <message>
        <source>Search on</source>
        <translation>Искать дальше</translation>
    </message>
    <message>
        <source>Cars like it</source>
        <translation>Похожие машины</translation>
    </message>
</context>
<context>
    <name>HandoverCheckPage</name>
    <message>
        <source>Kept. It goes to CarGo as soon as there is a line.</source>
        <translation>Сохранено. Уйдёт в CarGo, как только появится связь.</translation>
    </message>
    <message>
        <source>The car at the handover</source>
        <translation>Машина при передаче</translation>
    </message>
    <message>
        <source>The same sides</source>
        <translation>Те же стороны</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Повреждения</translation>
    </message>
    <message>
        <source>Stand where you stood at the pick-up. A side that looks the same in both photos is no matter of dispute.</source>
        <translation>Встаньте там же, где при приёмке. О стороне, которая на обоих фото одинакова, спорить не о чем.</translation>
    </message>
    <message>
        <source>%1 of %2 sides taken</source>
        <translation>Снято сторон: %1 из %2</translation>
    </message>
    <message>
        <source>%1 at the pick-up</source>
        <translation>%1 при приёмке</translation>
    </message>
    <message>
        <source>%1 now, compare</source>
        <translation>%1 сейчас, сравнить</translation>
    </message>
    <message>
        <source>%1: take it from the same side</source>
        <translation>%1: снять с той же стороны</translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation>Ещё не хватает</translation>
    </message>
    <message>
        <source>At least one photo of the car.</source>
        <translation>Хотя бы одного фото машины.</translation>
    </message>
    <message>
        <source>Move the slider: what jumps is new. Mark it in the next step.</source>
        <translation>Двигайте ползунок: что прыгает, то новое. Отметьте это на следующем шаге.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Дальше</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>Записать</translation>
    </message>
</context>
<context>
    <name>HandoverPage</name>
    <message>
        <source>The VIN on the body and in the papers is the same</source>
        <translation>VIN на кузове и в документах совпадает</translation>
    </message>
    <message>
        <source>In the deal: %1</source>
        <translation>В сделке: %1</translation>
    </message>
    <message>
        <source>Body: no new scratches, dents or cracks</source>
        <translation>Кузов: нет новых царапин, вмятин и трещин</translation>
    </message>
    <message>
        <source>Walk around it twice, in daylight</source>
        <translation>Обойдите дважды, при дневном свете</translation>
    </message>
    <message>
        <source>Glass, lights and mirrors are whole</source>
        <translation>Стёкла, фары и зеркала целы</translation>
    </message>
    <message>
        <source>Inside: seats, screens, air conditioning, windows</source>
        <translation>Салон: кресла, экраны, кондиционер, стеклоподъёмники</translation>
    </message>
    <message>
        <source>The odometer fits the way</source>
        <translation>Пробег соответствует пути</translation>
    </message>
    <message>
        <source>The engine starts cold, no warning lights</source>
        <translation>Двигатель заводится холодным, ошибки не горят</translation>
    </message>
    <message>
        <source>All keys are there</source>
        <translation>Все ключи на месте</translation>
    </message>
    <message>
        <source>All papers are there</source>
        <translation>Все документы на месте</translation>
    </message>
    <message>
        <source>Contract, export certificate, customs papers</source>
        <translation>Договор, экспортный сертификат, таможенные документы</translation>
    </message>
    <message>
        <source>Time to check</source>
        <translation>Время проверить</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>Передача машины</translation>
    </message>
    <message>
        <source>The car is yours</source>
        <translation>Машина ваша</translation>
    </message>
    <message>
        <source>The bank pays the driver. Good roads!</source>
        <translation>Банк платит водителю. Хороших дорог!</translation>
    </message>
    <message>
        <source>The code appears here when the driver says that the car is there.</source>
        <translation>Код появится здесь, когда водитель отметит, что машина на месте.</translation>
    </message>
    <message>
        <source>Leave a review</source>
        <translation>Оставить отзыв</translation>
    </message>
    <message>
        <source>To the deal</source>
        <translation>К сделке</translation>
    </message>
    <message>
        <source>Look at the car</source>
        <translation>Осмотрите машину</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>The ticks are for you: they stay on this device.</source>
        <translation>Отметки только для вас: они остаются на этом устройстве.</translation>
    </message>
    <message>
        <source>You cannot be there?</source>
        <translation>Не можете приехать?</translation>
    </message>
    <message>
        <source>Somebody you trust may look at the car. Give him this list; the code you show only after you have seen his photos.</source>
        <translation>Машину может осмотреть тот, кому вы доверяете. Передайте ему этот список, а код назовите, только когда увидите его фото.</translation>
    </message>
    <message>
        <source>The driver is late or asks for more money?</source>
        <translation>Водитель опаздывает или просит доплатить?</translation>
    </message>
    <message>
        <source>Do not pay him: the price is the one in the deal. Report a problem, the money stays at the bank.</source>
        <translation>Не доплачивайте: цена та, что в сделке. Сообщите о проблеме, деньги останутся в банке.</translation>
    </message>
    <message>
        <source>“All good” lets the bank pay %1 to the driver now. It cannot come back.</source>
        <translation>«Всё в порядке»: банк сразу заплатит водителю %1. Вернуть их будет нельзя.</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) of the list are not ticked. Say yes only when you have seen the car, its papers and keys.</source>
        <translation>
            <numerusform>Не отмечен %n пункт списка. Говорите «да», только когда увидели машину, документы и ключи.</numerusform>
            <numerusform>Не отмечены %n пункта списка. Говорите «да», только когда увидели машину, документы и ключи.</numerusform>
            <numerusform>Не отмечены %n пунктов списка. Говорите «да», только когда увидели машину, документы и ключи.</numerusform>
        </translation>
    </message>
    <message>
        <source>“All good” says that the car is with you. The money stays at the bank for one more day.</source>
        <translation>«Всё в порядке»: машина у вас. Деньги останутся в банке ещё на сутки.</translation>
    </message>
    <message>
        <source>All good, pay the driver</source>
        <translation>Всё в порядке, заплатить водителю</translation>
    </message>
    <message>
        <source>All good, I have the car</source>
        <translation>Всё в порядке, машина у меня</translation>
    </message>
    <message>
        <source>There is a problem</source>
        <translation>Есть проблема</translation>
    </message>
</context>
<context>
    <name>Hearts</name>
    <message>
        <source>Undo</source>
        <translation>Вернуть</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Help and rules</source>
        <translation>Помощь и правила</translation>
    </message>
    <message>
        <source>Search in help</source>
        <translation>Поиск по справке</translation>
    </message>
    <message>
        <source>Nothing with these words</source>
        <translation>По этим словам ничего нет</translation>
    </message>
    <message>
        <source>Try other words, or ask support.</source>
        <translation>Попробуйте другие слова или напишите в поддержку.</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>Most, %1, lie between %2 and %3</source>
        <translation>Больше всего, %1, между %2 и %3</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Home</source>
        <translation>Главная</translation>
    </message>
    <message>
        <source>No cars yet</source>
        <translation>Машин пока нет</translation>
    </message>
    <message>
        <source>As soon as drivers publish cars, they appear here.</source>
        <translation>Как только перегонщики разместят машины, они появятся здесь.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Обновить</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Избранное</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Уведомления</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>Япония</translation>
    </message>
    <message>
        <source>Korea</source>
        <translation>Корея</translation>
    </message>
    <message>
        <source>China</source>
        <translation>Китай</translation>
    </message>
    <message>
        <source>SUV</source>
        <translation>Внедорожник</translation>
    </message>
    <message>
        <source>Hybrid</source>
        <translation>Гибрид</translation>
    </message>
    <message>
        <source>up to 2 million ₽</source>
        <translation>до 2 млн ₽</translation>
    </message>
    <message numerus="yes">
        <source>Notifications, %n unread</source>
        <translation>
            <numerusform>Уведомления, %n непрочитанное</numerusform>
            <numerusform>Уведомления, %n непрочитанных</numerusform>
            <numerusform>Уведомления, %n непрочитанных</numerusform>
        </translation>
    </message>
    <message>
        <source>Search for a car</source>
        <translation>Поиск машины</translation>
    </message>
    <message>
        <source>RAV4 from Japan up to 2.8 million</source>
        <translation>RAV4 из Японии до 2,8 млн</translation>
    </message>
    <message>
        <source>Offered lately</source>
        <translation>Новые предложения</translation>
    </message>
    <message>
        <source>Help me choose</source>
        <translation>Помогите выбрать</translation>
    </message>
</context>
<context>
    <name>IdentityPage</name>
    <message>
        <source>Your identity</source>
        <translation>Ваша личность</translation>
    </message>
    <message>
        <source>We are looking at your documents</source>
        <translation>Мы смотрим ваши документы</translation>
    </message>
    <message>
        <source>Usually within a working day. We tell you; you may leave this page.</source>
        <translation>Обычно в течение рабочего дня. Мы сообщим вам, страницу можно закрыть.</translation>
    </message>
    <message>
        <source>Your identity is confirmed</source>
        <translation>Личность подтверждена</translation>
    </message>
    <message>
        <source>Deals have no limit now. The pictures are removed after a while; the answer stays.</source>
        <translation>Теперь сделки без предела суммы. Снимки через некоторое время удаляются, ответ остаётся.</translation>
    </message>
    <message>
        <source>Your identity could not be confirmed</source>
        <translation>Личность не удалось подтвердить</translation>
    </message>
    <message>
        <source>Some pictures are needed again</source>
        <translation>Нужно переснять</translation>
    </message>
    <message>
        <source>%1 of %2 are here</source>
        <translation>Получено %1 из %2</translation>
    </message>
    <message>
        <source>Confirm who you are</source>
        <translation>Подтвердить личность</translation>
    </message>
    <message>
        <source>Above a limit we must know who pays. It takes two pictures: your passport, and you with it.</source>
        <translation>Выше определённой суммы мы должны знать, кто платит. Нужны два снимка: паспорт и вы с ним в руках.</translation>
    </message>
    <message>
        <source>Only our staff see them</source>
        <translation>Их видят только наши сотрудники</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Начать</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>Отправить на проверку</translation>
    </message>
    <message>
        <source>Your cars can be published now. The pictures are removed after a while; the answer stays.</source>
        <translation>Теперь ваши машины можно публиковать. Снимки через некоторое время удаляются, ответ остаётся.</translation>
    </message>
    <message>
        <source>Buyers trust you with a car and their money. Your cars can be published when we know who you are.</source>
        <translation>Покупатели доверяют вам машину и деньги. Публиковать машины можно, когда мы знаем, кто вы.</translation>
    </message>
    <message>
        <source>The pictures are encrypted, each look at them is on record with its reason, and they are removed when they are needed no longer. Nobody you deal with sees them.</source>
        <translation>Снимки зашифрованы, каждый просмотр записан с причиной, и они удаляются, когда больше не нужны. Вторая сторона сделки их не видит.</translation>
    </message>
    <message>
        <source>Take a picture of each. You can go on later.</source>
        <translation>Снимите каждый документ. Продолжить можно и позже.</translation>
    </message>
    <message>
        <source>Limits and tiers</source>
        <translation>Лимиты и уровни</translation>
    </message>
</context>
<context>
    <name>IdentityTexts</name>
    <message>
        <source>Passport: the page with the photo</source>
        <translation>Паспорт: разворот с фотографией</translation>
    </message>
    <message>
        <source>Passport: the page with the address</source>
        <translation>Паспорт: страница с пропиской</translation>
    </message>
    <message>
        <source>Driving licence: front</source>
        <translation>Водительские права: лицевая сторона</translation>
    </message>
    <message>
        <source>Driving licence: back</source>
        <translation>Водительские права: оборот</translation>
    </message>
    <message>
        <source>You, with the passport in your hand</source>
        <translation>Вы с паспортом в руках</translation>
    </message>
    <message>
        <source>Face and passport whole in the picture, both sharp</source>
        <translation>Лицо и паспорт целиком в кадре, оба резкие</translation>
    </message>
    <message>
        <source>The whole page, sharp, without glare</source>
        <translation>Вся страница, резко, без бликов</translation>
    </message>
    <message>
        <source>It is not sharp. Hold the phone still, in good light.</source>
        <translation>Снимок нерезкий. Держите телефон неподвижно, при хорошем свете.</translation>
    </message>
    <message>
        <source>Light hides a part of it. Turn away from the lamp.</source>
        <translation>Часть закрыта бликом. Отвернитесь от лампы.</translation>
    </message>
    <message>
        <source>An edge is cut off. Show the whole page.</source>
        <translation>Край обрезан. Покажите страницу целиком.</translation>
    </message>
    <message>
        <source>The document has run out. Show a valid one.</source>
        <translation>Срок документа истёк. Покажите действующий.</translation>
    </message>
    <message>
        <source>This is another document or page.</source>
        <translation>Это другой документ или другая страница.</translation>
    </message>
    <message>
        <source>It cannot be read.</source>
        <translation>Прочитать не удаётся.</translation>
    </message>
    <message>
        <source>Face and document do not seem to be of the same person.</source>
        <translation>Похоже, лицо и документ разных людей.</translation>
    </message>
    <message>
        <source>The document is damaged.</source>
        <translation>Документ повреждён.</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Cars from a table</source>
        <translation>Машины из таблицы</translation>
    </message>
    <message>
        <source>Choose a table</source>
        <translation>Выберите таблицу</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Таблицы (*.csv)</translation>
    </message>
    <message>
        <source>How the table should look</source>
        <translation>Какой должна быть таблица</translation>
    </message>
    <message>
        <source>A line of names, then a car a line. Needed: brand, model, year, price_rub, mileage_km, country_from. Also understood: delivery_eta_days, body_type, fuel, transmission, drive, engine_cc, hp, color, vin, description, external_id.</source>
        <translation>Строка с названиями столбцов, затем по машине в строке. Нужны: brand, model, year, price_rub, mileage_km, country_from. Понимаем также: delivery_eta_days, body_type, fuel, transmission, drive, engine_cc, hp, color, vin, description, external_id.</translation>
    </message>
    <message>
        <source>Every car becomes a draft; photos come afterwards. The same file again adds nothing.</source>
        <translation>Каждая машина станет черновиком, фото добавите потом. Тот же файл второй раз ничего не добавит.</translation>
    </message>
    <message>
        <source>Nothing was taken over</source>
        <translation>Ничего не добавлено</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>Добавлено: %1</translation>
    </message>
    <message>
        <source>There already: %1. Not taken: %2.</source>
        <translation>Уже были: %1. Не приняты: %2.</translation>
    </message>
    <message>
        <source>Line %1 · %2</source>
        <translation>Строка %1 · %2</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>Выбрать другой файл</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Выбрать файл</translation>
    </message>
</context>
<context>
    <name>InspectionWords</name>
    <message>
        <source>Other</source>
        <translation>Другое</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Спереди</translation>
    </message>
    <message>
        <source>Front, right corner</source>
        <translation>Спереди, правый угол</translation>
    </message>
    <message>
        <source>Right side</source>
        <translation>Правая сторона</translation>
    </message>
    <message>
        <source>Rear, right corner</source>
        <translation>Сзади, правый угол</translation>
    </message>
    <message>
        <source>Rear</source>
        <translation>Сзади</translation>
    </message>
    <message>
        <source>Rear, left corner</source>
        <translation>Сзади, левый угол</translation>
    </message>
    <message>
        <source>Left side</source>
        <translation>Левая сторона</translation>
    </message>
    <message>
        <source>Front, left corner</source>
        <translation>Спереди, левый угол</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Салон</translation>
    </message>
    <message>
        <source>Odometer</source>
        <translation>Пробег</translation>
    </message>
    <message>
        <source>VIN plate</source>
        <translation>Табличка VIN</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Двигатель</translation>
    </message>
    <message>
        <source>From above</source>
        <translation>Сверху</translation>
    </message>
    <message>
        <source>Scratch</source>
        <translation>Царапина</translation>
    </message>
    <message>
        <source>Dent</source>
        <translation>Вмятина</translation>
    </message>
    <message>
        <source>Chip</source>
        <translation>Скол</translation>
    </message>
    <message>
        <source>Crack</source>
        <translation>Трещина</translation>
    </message>
    <message>
        <source>Rust</source>
        <translation>Ржавчина</translation>
    </message>
    <message>
        <source>A part is missing</source>
        <translation>Нет детали</translation>
    </message>
    <message>
        <source>Dirt</source>
        <translation>Грязь</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Темно</translation>
    </message>
    <message>
        <source>Rain</source>
        <translation>Дождь</translation>
    </message>
    <message>
        <source>Snow</source>
        <translation>Снег</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>Свидетельство о регистрации</translation>
    </message>
    <message>
        <source>Export certificate</source>
        <translation>Экспортный сертификат</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Инвойс</translation>
    </message>
    <message>
        <source>Auction sheet</source>
        <translation>Аукционный лист</translation>
    </message>
    <message>
        <source>Power of attorney</source>
        <translation>Доверенность</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>Страховка</translation>
    </message>
    <message>
        <source>Service book</source>
        <translation>Сервисная книжка</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Повреждения</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>не найдены</translation>
    </message>
    <message>
        <source>In the way</source>
        <translation>Мешало осмотру</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Ключи</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Документы</translation>
    </message>
    <message>
        <source>From an open door: seats, wheel and screens</source>
        <translation>Из открытой двери: сиденья, руль, экраны</translation>
    </message>
    <message>
        <source>Ignition on, every digit sharp</source>
        <translation>Зажигание включено, каждая цифра видна чётко</translation>
    </message>
    <message>
        <source>Close to it, every character sharp</source>
        <translation>Вблизи, каждый знак виден чётко</translation>
    </message>
    <message>
        <source>The bonnet open, from the front</source>
        <translation>Капот открыт, съёмка спереди</translation>
    </message>
    <message>
        <source>Stand at the corner: both sides in the picture</source>
        <translation>Встаньте на углу: в кадре обе стороны</translation>
    </message>
    <message>
        <source>Step back until the whole side fills the lines</source>
        <translation>Отойдите, чтобы вся сторона вошла в контур</translation>
    </message>
    <message>
        <source>%1 (new)</source>
        <translation>%1 (новое)</translation>
    </message>
    <message>
        <source>%1 (was there before)</source>
        <translation>%1 (было раньше)</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Везде</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Найти что угодно</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>Следующая вкладка</translation>
    </message>
    <message>
        <source>Close the tab</source>
        <translation>Закрыть вкладку</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Обновить</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Этот список</translation>
    </message>
    <message>
        <source>In a queue</source>
        <translation>В очереди</translation>
    </message>
    <message>
        <source>Next, previous row</source>
        <translation>Следующая, предыдущая строка</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>Открыть дело</translation>
    </message>
    <message>
        <source>Select the row</source>
        <translation>Выбрать строку</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Назначить</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Отложить</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>In a case</source>
        <translation>В деле</translation>
    </message>
    <message>
        <source>Next, previous case</source>
        <translation>Следующее, предыдущее дело</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Решить</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Ответить</translation>
    </message>
    <message>
        <source>Note for staff</source>
        <translation>Заметка для своих</translation>
    </message>
    <message>
        <source>Send what is typed</source>
        <translation>Отправить написанное</translation>
    </message>
    <message>
        <source>Take the decision back</source>
        <translation>Вернуть решение</translation>
    </message>
    <message>
        <source>In a window of its own</source>
        <translation>В отдельном окне</translation>
    </message>
    <message>
        <source>Decide, then the next</source>
        <translation>Решить и дальше</translation>
    </message>
</context>
<context>
    <name>KnowledgePage</name>
    <message>
        <source>Knowledge</source>
        <translation>База знаний</translation>
    </message>
    <message>
        <source>No text yet</source>
        <translation>Текстов пока нет</translation>
    </message>
    <message>
        <source>waits for another admin</source>
        <translation>ждёт второго администратора</translation>
    </message>
    <message>
        <source>draft of %1</source>
        <translation>черновик: %1</translation>
    </message>
    <message>
        <source>nothing published</source>
        <translation>ничего не опубликовано</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>In links</source>
        <translation>В ссылках</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Для кого</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Опубликовано</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>New text</source>
        <translation>Новый текст</translation>
    </message>
</context>
<context>
    <name>KnowledgeTextPage</name>
    <message>
        <source>Kept as the draft</source>
        <translation>Черновик сохранён</translation>
    </message>
    <message>
        <source>Proposed. Another admin has to agree.</source>
        <translation>Предложено. Должен согласиться второй администратор.</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Опубликовано</translation>
    </message>
    <message>
        <source>Not possible now: it reads so already, or a proposal is open.</source>
        <translation>Сейчас это невозможно: текст уже такой или предложение ещё не решено.</translation>
    </message>
    <message>
        <source>Waits for another admin</source>
        <translation>Ждёт второго администратора</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Версия %1</translation>
    </message>
    <message>
        <source>Nothing published</source>
        <translation>Ничего не опубликовано</translation>
    </message>
    <message>
        <source>Hide how it reads</source>
        <translation>Скрыть предпросмотр</translation>
    </message>
    <message>
        <source>Show how it reads</source>
        <translation>Показать предпросмотр</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Версии</translation>
    </message>
    <message>
        <source>Throw the draft away</source>
        <translation>Удалить черновик</translation>
    </message>
    <message>
        <source>Keep the draft</source>
        <translation>Сохранить черновик</translation>
    </message>
    <message>
        <source>Propose…</source>
        <translation>Предложить…</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>Опубликовать…</translation>
    </message>
    <message>
        <source>What stands here was proposed. A change to it makes the proposal void.</source>
        <translation>Этот текст предложен к публикации. Если его изменить, предложение отменится.</translation>
    </message>
    <message>
        <source>See the proposal</source>
        <translation>К предложению</translation>
    </message>
    <message>
        <source>In Russian</source>
        <translation>На русском</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>На английском</translation>
    </message>
    <message>
        <source>Throw the draft away?</source>
        <translation>Удалить черновик?</translation>
    </message>
    <message>
        <source>What readers see stays as it is.</source>
        <translation>То, что видят читатели, не изменится.</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Keep what you wrote?</source>
        <translation>Сохранить написанное?</translation>
    </message>
    <message>
        <source>It is not on the server yet.</source>
        <translation>На сервере этого ещё нет.</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Продолжить писать</translation>
    </message>
</context>
<context>
    <name>KycCase</name>
    <message>
        <source>Everything can be read, nothing is cut off</source>
        <translation>Всё читается, ничего не обрезано</translation>
    </message>
    <message>
        <source>Print, photo and stamps look genuine</source>
        <translation>Печать, фото и штампы похожи на подлинные</translation>
    </message>
    <message>
        <source>The documents are valid today</source>
        <translation>Документы действуют сегодня</translation>
    </message>
    <message>
        <source>The face is the one of the document</source>
        <translation>Лицо то же, что в документе</translation>
    </message>
    <message>
        <source>The name agrees with the account</source>
        <translation>Имя совпадает с аккаунтом</translation>
    </message>
    <message>
        <source>Confirm the identity</source>
        <translation>Подтвердить личность</translation>
    </message>
    <message>
        <source>Ask for pictures again (retry)</source>
        <translation>Попросить переснять</translation>
    </message>
    <message>
        <source>Refuse for good (final)</source>
        <translation>Отказать окончательно</translation>
    </message>
    <message numerus="yes">
        <source>Handed in %n time(s)</source>
        <translation>
            <numerusform>Подано %n раз</numerusform>
            <numerusform>Подано %n раза</numerusform>
            <numerusform>Подано %n раз</numerusform>
        </translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Не хватает: %1</translation>
    </message>
    <message>
        <source>Told last: %1</source>
        <translation>Сказали в прошлый раз: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Заметка: %1</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Документы</translation>
    </message>
    <message>
        <source>This document</source>
        <translation>Этот документ</translation>
    </message>
    <message>
        <source>Small picture</source>
        <translation>Снимок мал</translation>
    </message>
    <message>
        <source>May be blurred</source>
        <translation>Возможно, нерезко</translation>
    </message>
    <message>
        <source>May have glare</source>
        <translation>Возможно, блик</translation>
    </message>
    <message>
        <source>May be dark</source>
        <translation>Возможно, темно</translation>
    </message>
    <message>
        <source>Nothing is wrong with it</source>
        <translation>С ним всё в порядке</translation>
    </message>
    <message>
        <source>Checklist, %1 of %2</source>
        <translation>Список проверки, %1 из %2</translation>
    </message>
    <message>
        <source>Why do you look at it?</source>
        <translation>Зачем вы его смотрите?</translation>
    </message>
    <message>
        <source>The picture is decrypted for you alone. Who looked, when and why is written into the audit.</source>
        <translation>Снимок расшифруют только для вас. Кто, когда и зачем смотрел, записывается в аудит.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Checking the application</source>
        <translation>Проверка заявки</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>A document is marked as faulty.</source>
        <translation>Документ отмечен как негодный.</translation>
    </message>
    <message>
        <source>Go through the checklist first.</source>
        <translation>Сначала пройдите список проверки.</translation>
    </message>
    <message>
        <source>Say what is wrong with which document.</source>
        <translation>Укажите, что не так и с каким документом.</translation>
    </message>
</context>
<context>
    <name>LedgerPage</name>
    <message>
        <source>Ledger</source>
        <translation>Журнал проводок</translation>
    </message>
    <message>
        <source>Number of a deal, whole</source>
        <translation>Номер сделки целиком</translation>
    </message>
    <message>
        <source>No entry like this</source>
        <translation>Таких проводок нет</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Проводка</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>Сделка</translation>
    </message>
    <message>
        <source>Postings, debit positive</source>
        <translation>Счета, дебет с плюсом</translation>
    </message>
    <message>
        <source>No payout is stuck</source>
        <translation>Застрявших выплат нет</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Счёт</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>Дебет</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Кредит</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Остаток</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Сделки</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>Кому</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Попытки</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Trial balance</source>
        <translation>Оборотная ведомость</translation>
    </message>
    <message>
        <source>Stuck payouts</source>
        <translation>Застрявшие выплаты</translation>
    </message>
</context>
<context>
    <name>LineChart</name>
    <message>
        <source>%1: from %2 to %3, lowest %4, highest %5</source>
        <translation>%1: от %2 до %3, меньше всего %4, больше всего %5</translation>
    </message>
</context>
<context>
    <name>ListingActions</name>
    <message>
        <source>Ask</source>
        <translation>Спросить</translation>
    </message>
    <message>
        <source>Make a deal</source>
        <translation>Оформить</translation>
    </message>
    <message>
        <source>Find another</source>
        <translation>Найти другую</translation>
    </message>
</context>
<context>
    <name>ListingCard</name>
    <message>
        <source>was %1</source>
        <translation>было %1</translation>
    </message>
    <message>
        <source>no longer offered</source>
        <translation>уже не предлагается</translation>
    </message>
    <message>
        <source>sold</source>
        <translation>продана</translation>
    </message>
    <message>
        <source>not offered just now</source>
        <translation>сейчас не продаётся</translation>
    </message>
    <message>
        <source>Similar</source>
        <translation>Похожие</translation>
    </message>
    <message>
        <source>Cars like %1</source>
        <translation>Похожие на %1</translation>
    </message>
</context>
<context>
    <name>ListingCase</name>
    <message>
        <source>Let it be published</source>
        <translation>Опубликовать</translation>
    </message>
    <message>
        <source>Ask for changes</source>
        <translation>Попросить изменить</translation>
    </message>
    <message>
        <source>Block it</source>
        <translation>Заблокировать</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>Что изменено</translation>
    </message>
    <message>
        <source>Photos that were shown before</source>
        <translation>Фото, которые уже показывали</translation>
    </message>
    <message>
        <source>Decided before</source>
        <translation>Решали раньше</translation>
    </message>
</context>
<context>
    <name>ListingFacts</name>
    <message>
        <source>About the car</source>
        <translation>О машине</translation>
    </message>
</context>
<context>
    <name>ListingGrid</name>
    <message>
        <source>Sign in, and this car is kept on all your devices.</source>
        <translation>Войдите, и эта машина сохранится на всех ваших устройствах.</translation>
    </message>
    <message>
        <source>Why it is here</source>
        <translation>Почему здесь</translation>
    </message>
    <message>
        <source>Compare no longer</source>
        <translation>Убрать из сравнения</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнить</translation>
    </message>
</context>
<context>
    <name>ListingHead</name>
    <message>
        <source>was %1</source>
        <translation>было %1</translation>
    </message>
</context>
<context>
    <name>ListingLine</name>
    <message>
        <source>was %1</source>
        <translation>была %1</translation>
    </message>
    <message>
        <source>no longer offered</source>
        <translation>больше не продаётся</translation>
    </message>
</context>
<context>
    <name>ListingModel</name>
    <message>
        <source>%1 km</source>
        <translation>%1 км</translation>
    </message>
    <message>
        <source>%1 l</source>
        <translation>%1 л</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>delivery</comment>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListingPage</name>
    <message>
        <source>Remove from favourites</source>
        <translation>Убрать из избранного</translation>
    </message>
    <message>
        <source>Add to favourites</source>
        <translation>В избранное</translation>
    </message>
    <message>
        <source>The bank has the money, not the driver</source>
        <translation>Деньги у банка, не у водителя</translation>
    </message>
    <message>
        <source>He gets it when you have seen the car and said yes.</source>
        <translation>Он получит их, когда вы осмотрите машину и скажете «да».</translation>
    </message>
    <message>
        <source>Photo %1</source>
        <translation>Фото %1</translation>
    </message>
    <message>
        <source>Sign in to ask the driver. Looking needs no account.</source>
        <translation>Войдите, чтобы спросить водителя. Смотреть можно и без аккаунта.</translation>
    </message>
    <message>
        <source>Sign in, and this car is kept on all your devices.</source>
        <translation>Войдите, и эта машина сохранится на всех ваших устройствах.</translation>
    </message>
    <message>
        <source>Kept. We tell you when it becomes cheaper.</source>
        <translation>В избранном. Скажем, когда подешевеет.</translation>
    </message>
    <message>
        <source>Removed from favourites</source>
        <translation>Убрано из избранного</translation>
    </message>
    <message>
        <source>Show it to somebody</source>
        <translation>Поделиться</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Compare no longer</source>
        <translation>Убрать из сравнения</translation>
    </message>
    <message>
        <source>Compare with others</source>
        <translation>Сравнить с другими</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Обновить</translation>
    </message>
    <message>
        <source>Report this listing</source>
        <translation>Пожаловаться на объявление</translation>
    </message>
    <message>
        <source>This car is not here</source>
        <translation>Этой машины здесь нет</translation>
    </message>
    <message>
        <source>It was never published or is gone, or the link is not right.</source>
        <translation>Объявление не публиковали или уже сняли, либо ссылка с ошибкой.</translation>
    </message>
    <message>
        <source>Find another</source>
        <translation>Найти другую</translation>
    </message>
    <message>
        <source>Similar cars</source>
        <translation>Похожие машины</translation>
    </message>
    <message>
        <source>Other cars of this driver</source>
        <translation>Другие машины этого перегонщика</translation>
    </message>
    <message>
        <source>Popular from this country</source>
        <translation>Популярные из этой страны</translation>
    </message>
</context>
<context>
    <name>ListingRow</name>
    <message>
        <source>Earlier cars</source>
        <translation>Предыдущие машины</translation>
    </message>
    <message>
        <source>More cars</source>
        <translation>Ещё машины</translation>
    </message>
</context>
<context>
    <name>ListingStory</name>
    <message>
        <source>What the driver says</source>
        <translation>Что говорит водитель</translation>
    </message>
</context>
<context>
    <name>ListingWords</name>
    <message>
        <source>petrol</source>
        <translation>бензин</translation>
    </message>
    <message>
        <source>diesel</source>
        <translation>дизель</translation>
    </message>
    <message>
        <source>hybrid</source>
        <translation>гибрид</translation>
    </message>
    <message>
        <source>plug-in hybrid</source>
        <translation>подключаемый гибрид</translation>
    </message>
    <message>
        <source>electric</source>
        <translation>электро</translation>
    </message>
    <message>
        <source>gas</source>
        <translation>газ</translation>
    </message>
    <message>
        <source>hydrogen</source>
        <translation>водород</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>автомат</translation>
    </message>
    <message>
        <source>manual</source>
        <translation>механика</translation>
    </message>
    <message>
        <source>CVT</source>
        <translation>вариатор</translation>
    </message>
    <message>
        <source>dual clutch</source>
        <translation>робот</translation>
    </message>
    <message>
        <source>front-wheel drive</source>
        <translation>передний привод</translation>
    </message>
    <message>
        <source>rear-wheel drive</source>
        <translation>задний привод</translation>
    </message>
    <message>
        <source>all-wheel drive</source>
        <translation>полный привод</translation>
    </message>
    <message>
        <source>SUV</source>
        <translation>внедорожник</translation>
    </message>
    <message>
        <source>crossover</source>
        <translation>кроссовер</translation>
    </message>
    <message>
        <source>sedan</source>
        <translation>седан</translation>
    </message>
    <message>
        <source>hatchback</source>
        <translation>хэтчбек</translation>
    </message>
    <message>
        <source>estate</source>
        <translation>универсал</translation>
    </message>
    <message>
        <source>coupé</source>
        <translation>купе</translation>
    </message>
    <message>
        <source>convertible</source>
        <translation>кабриолет</translation>
    </message>
    <message>
        <source>minivan</source>
        <translation>минивэн</translation>
    </message>
    <message>
        <source>van</source>
        <translation>фургон</translation>
    </message>
    <message>
        <source>pick-up</source>
        <translation>пикап</translation>
    </message>
    <message>
        <source>liftback</source>
        <translation>лифтбек</translation>
    </message>
    <message>
        <source>kei car</source>
        <translation>кей-кар</translation>
    </message>
    <message>
        <source>truck</source>
        <translation>грузовик</translation>
    </message>
    <message>
        <source>bus</source>
        <translation>автобус</translation>
    </message>
    <message>
        <source>motorcycle</source>
        <translation>мотоцикл</translation>
    </message>
    <message>
        <source>other</source>
        <translation>другое</translation>
    </message>
    <message>
        <source>white</source>
        <translation>белый</translation>
    </message>
    <message>
        <source>black</source>
        <translation>чёрный</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>серый</translation>
    </message>
    <message>
        <source>silver</source>
        <translation>серебристый</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>синий</translation>
    </message>
    <message>
        <source>red</source>
        <translation>красный</translation>
    </message>
    <message>
        <source>green</source>
        <translation>зелёный</translation>
    </message>
    <message>
        <source>brown</source>
        <translation>коричневый</translation>
    </message>
    <message>
        <source>beige</source>
        <translation>бежевый</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>жёлтый</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>оранжевый</translation>
    </message>
    <message>
        <source>purple</source>
        <translation>фиолетовый</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>золотой</translation>
    </message>
    <message>
        <source>pink</source>
        <translation>розовый</translation>
    </message>
    <message>
        <source>customs duty</source>
        <translation>таможенная пошлина</translation>
    </message>
    <message>
        <source>recycling fee</source>
        <translation>утилизационный сбор</translation>
    </message>
    <message>
        <source>customs broker</source>
        <translation>таможенный брокер</translation>
    </message>
    <message>
        <source>registration with the traffic police</source>
        <translation>постановка на учёт в ГИБДД</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>не меньше %1</translation>
    </message>
    <message>
        <source>%1 % of the price</source>
        <translation>%1 % от цены</translation>
    </message>
</context>
<context>
    <name>ListingsPage</name>
    <message>
        <source>My cars</source>
        <translation>Мои машины</translation>
    </message>
    <message>
        <source>No cars yet</source>
        <translation>Машин пока нет</translation>
    </message>
    <message>
        <source>Sign in to offer cars.</source>
        <translation>Войдите, чтобы предлагать машины.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
    <message>
        <source>Cars from a table</source>
        <translation>Машины из таблицы</translation>
    </message>
    <message>
        <source>Five minutes, and buyers see your first car. You can stop at any step and go on later.</source>
        <translation>Пять минут, и покупатели увидят вашу первую машину. Можно прерваться на любом шаге и продолжить позже.</translation>
    </message>
    <message>
        <source>Offer a car</source>
        <translation>Предложить машину</translation>
    </message>
</context>
<context>
    <name>LookCard</name>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Оформление</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлое</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмное</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Меньше движения</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Система</translation>
    </message>
    <message>
        <source>Size of the letters</source>
        <translation>Размер букв</translation>
    </message>
    <message>
        <source>The bank has the money, not the driver</source>
        <translation>Деньги у банка, не у водителя</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Высокий контраст</translation>
    </message>
    <message>
        <source>For the sun and for tired eyes</source>
        <translation>Для яркого солнца и уставших глаз</translation>
    </message>
    <message>
        <source>Pages change without gliding</source>
        <translation>Страницы сменяются без анимации</translation>
    </message>
    <message>
        <source>Large buttons</source>
        <translation>Крупные кнопки</translation>
    </message>
    <message>
        <source>For gloves and for one hand</source>
        <translation>Для перчаток и одной руки</translation>
    </message>
    <message>
        <source>Save data</source>
        <translation>Экономить трафик</translation>
    </message>
    <message>
        <source>Photos come only when you ask for them, and small</source>
        <translation>Фото загружаются только по запросу и маленькими</translation>
    </message>
</context>
<context>
    <name>LookMenu</name>
    <message>
        <source>You and the console</source>
        <translation>Вы и консоль</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлое</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмное</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Высокий контраст</translation>
    </message>
    <message>
        <source>Dense rows</source>
        <translation>Плотные строки</translation>
    </message>
    <message>
        <source>Larger letters</source>
        <translation>Крупнее</translation>
    </message>
    <message>
        <source>Smaller letters</source>
        <translation>Мельче</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Выйти</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Language and look</source>
        <translation>Язык и вид</translation>
    </message>
</context>
<context>
    <name>MacroButton</name>
    <message>
        <source>Ready answers</source>
        <translation>Готовые ответы</translation>
    </message>
</context>
<context>
    <name>MacroSheet</name>
    <message>
        <source>Olga</source>
        <translation>Ольга</translation>
    </message>
    <message>
        <source>Ready answer</source>
        <translation>Готовый ответ</translation>
    </message>
    <message>
        <source>New ready answer</source>
        <translation>Новый готовый ответ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>In Russian</source>
        <translation>По-русски</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>По-английски</translation>
    </message>
    <message>
        <source>{name}, {number} and {agent} are filled in: the user, the ticket, and whoever answers.</source>
        <translation>{name}, {number} и {agent} подставятся сами: пользователь, обращение и отвечающий.</translation>
    </message>
    <message>
        <source>Nothing fills in: %1</source>
        <translation>Нечем заполнить: %1</translation>
    </message>
    <message>
        <source>How it reads</source>
        <translation>Как это читается</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Сохранить</translation>
    </message>
</context>
<context>
    <name>MacrosPage</name>
    <message>
        <source>Ready answers</source>
        <translation>Готовые ответы</translation>
    </message>
    <message>
        <source>No ready answer yet</source>
        <translation>Готовых ответов пока нет</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Filled in</source>
        <translation>Подставляется</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменён</translation>
    </message>
    <message>
        <source>New answer</source>
        <translation>Новый ответ</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Home</source>
        <translation>Главная</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Сделки</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Чаты</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Профиль</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Cars</source>
        <translation>Машины</translation>
    </message>
    <message>
        <source>This link leads nowhere here.</source>
        <translation>Эта ссылка никуда не ведёт.</translation>
    </message>
    <message>
        <source>No connection. What you typed stays here.</source>
        <translation>Нет связи. Написанное останется здесь.</translation>
    </message>
</context>
<context>
    <name>MeetPage</name>
    <message>
        <source>There is no QR code in this picture.</source>
        <translation>На этом снимке нет QR-кода.</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>Передача</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Передано</translation>
    </message>
    <message>
        <source>CarGo has confirmed it. The buyer has his time to check; then the bank pays you %1.</source>
        <translation>CarGo подтвердил. У покупателя есть время на проверку, затем банк выплатит вам %1.</translation>
    </message>
    <message>
        <source>To the deal</source>
        <translation>К сделке</translation>
    </message>
    <message>
        <source>Your arrival is not on the server yet</source>
        <translation>Сервер ещё не знает, что вы прибыли</translation>
    </message>
    <message>
        <source>The buyer gets his code when it is. Find a line for a moment.</source>
        <translation>Покупатель получит код, когда сервер узнает. Найдите связь на минуту.</translation>
    </message>
    <message>
        <source>Open the list</source>
        <translation>Открыть список</translation>
    </message>
    <message>
        <source>The buyer&apos;s QR code</source>
        <translation>QR-код покупателя</translation>
    </message>
    <message>
        <source>He opens the handover on his phone and shows it to you when he has looked at the car.</source>
        <translation>Он откроет передачу в своём телефоне и покажет код, когда осмотрит машину.</translation>
    </message>
    <message>
        <source>Scan with the camera</source>
        <translation>Сканировать камерой</translation>
    </message>
    <message>
        <source>This device has no camera for it.</source>
        <translation>На этом устройстве нет подходящей камеры.</translation>
    </message>
    <message>
        <source>Take it from a picture</source>
        <translation>Взять со снимка</translation>
    </message>
    <message>
        <source>Or the six digits</source>
        <translation>Или шесть цифр</translation>
    </message>
    <message>
        <source>Code that the buyer tells you</source>
        <translation>Код, который назовёт покупатель</translation>
    </message>
    <message numerus="yes">
        <source>%n tries are left.</source>
        <translation>
            <numerusform>Осталась %n попытка.</numerusform>
            <numerusform>Осталось %n попытки.</numerusform>
            <numerusform>Осталось %n попыток.</numerusform>
        </translation>
    </message>
    <message>
        <source>Digits work again in</source>
        <translation>Цифры снова примут через</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Передать</translation>
    </message>
    <message>
        <source>The buyer is not there</source>
        <translation>Покупателя нет на месте</translation>
    </message>
    <message>
        <source>Your photos go first</source>
        <translation>Сначала уйдут ваши фото</translation>
    </message>
    <message>
        <source>The code counts when CarGo has them. Find a line for a moment.</source>
        <translation>Код сработает, когда они будут в CarGo. Найдите связь на минуту.</translation>
    </message>
    <message>
        <source>First the car, once more</source>
        <translation>Сначала ещё раз машина</translation>
    </message>
    <message>
        <source>You photographed it before the handover. The photos stand beside those of the pick-up.</source>
        <translation>Вы сняли её перед передачей. Фото стоят рядом со снимками приёмки.</translation>
    </message>
    <message>
        <source>The same sides as at the pick-up. What both photos show alike nobody can charge to you afterwards.</source>
        <translation>Те же стороны, что при приёмке. Что на обоих фото одинаково, вам потом не предъявят.</translation>
    </message>
    <message>
        <source>Photograph the car</source>
        <translation>Снять машину</translation>
    </message>
</context>
<context>
    <name>MessageMenu</name>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответить</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Скопировать</translation>
    </message>
    <message>
        <source>The words are copied</source>
        <translation>Текст скопирован</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>This is no contact</source>
        <translation>Это не контакт</translation>
    </message>
    <message>
        <source>Report the message</source>
        <translation>Пожаловаться на сообщение</translation>
    </message>
</context>
<context>
    <name>MessageRows</name>
    <message>
        <source>Message deleted</source>
        <translation>Сообщение удалено</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Фото</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Вы</translation>
    </message>
</context>
<context>
    <name>MoneyCard</name>
    <message>
        <source>Who gets what</source>
        <translation>Кто сколько получает</translation>
    </message>
    <message>
        <source>You pay, with delivery</source>
        <translation>Вы платите, с доставкой</translation>
    </message>
    <message>
        <source>The driver receives</source>
        <translation>Водитель получает</translation>
    </message>
    <message>
        <source>CarGo&apos;s fee, %1</source>
        <translation>Комиссия CarGo, %1</translation>
    </message>
    <message>
        <source>CarGo&apos;s fee</source>
        <translation>Комиссия CarGo</translation>
    </message>
    <message>
        <source>Not in the price, yours to pay: %1.</source>
        <translation>Не входит в цену, платите вы: %1.</translation>
    </message>
    <message>
        <source>What the buyer pays, and you get</source>
        <translation>Что платит покупатель и получаете вы</translation>
    </message>
    <message>
        <source>The buyer pays, with delivery</source>
        <translation>Покупатель платит, с доставкой</translation>
    </message>
    <message>
        <source>You receive</source>
        <translation>Вы получите</translation>
    </message>
    <message>
        <source>At his door the car costs the buyer more: he pays besides %1. It is not in your price.</source>
        <translation>У порога машина обойдётся покупателю дороже: отдельно он платит — %1. В вашу цену это не входит.</translation>
    </message>
</context>
<context>
    <name>MoneyText</name>
    <message>
        <source>was %1</source>
        <translation>было %1</translation>
    </message>
</context>
<context>
    <name>MoreButton</name>
    <message>
        <source>More about %1</source>
        <translation>Ещё про %1</translation>
    </message>
</context>
<context>
    <name>MoreCars</name>
    <message>
        <source>Sign in, and this car is kept on all your devices.</source>
        <translation>Войдите, и машина сохранится на всех ваших устройствах.</translation>
    </message>
</context>
<context>
    <name>MoreFooter</name>
    <message>
        <source>Loading</source>
        <translation>Загрузка</translation>
    </message>
    <message>
        <source>Could not load more</source>
        <translation>Не удалось загрузить дальше</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
</context>
<context>
    <name>MyListingCard</name>
    <message>
        <source>Offered</source>
        <translation>Опубликована</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Being looked at</source>
        <translation>На проверке</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Приостановлена</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Продана</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Заблокирована</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>В архиве</translation>
    </message>
</context>
<context>
    <name>MyListingPage</name>
    <message>
        <source>My car</source>
        <translation>Моя машина</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Make a copy</source>
        <translation>Сделать копию</translation>
    </message>
    <message>
        <source>Put away for good</source>
        <translation>Убрать насовсем</translation>
    </message>
    <message>
        <source>Delete the draft</source>
        <translation>Удалить черновик</translation>
    </message>
    <message>
        <source>Publishing needs confirmed papers.</source>
        <translation>Для публикации нужны подтверждённые документы.</translation>
    </message>
    <message>
        <source>Confirm who you are</source>
        <translation>Подтвердить личность</translation>
    </message>
    <message>
        <source>A copy, as a draft. Give it a VIN of its own.</source>
        <translation>Копия создана как черновик. Впишите её собственный VIN.</translation>
    </message>
    <message>
        <source>CarGo has blocked it</source>
        <translation>CarGo заблокировал объявление</translation>
    </message>
    <message>
        <source>CarGo asks for a change</source>
        <translation>CarGo просит изменить</translation>
    </message>
    <message>
        <source>Only you see it</source>
        <translation>Видите только вы</translation>
    </message>
    <message>
        <source>Look at it as buyers will, then publish it.</source>
        <translation>Посмотрите глазами покупателя и опубликуйте.</translation>
    </message>
    <message>
        <source>CarGo looks at it</source>
        <translation>CarGo проверяет</translation>
    </message>
    <message>
        <source>Usually within some hours. We tell you.</source>
        <translation>Обычно в течение нескольких часов. Мы сообщим.</translation>
    </message>
    <message>
        <source>From a look to a deal</source>
        <translation>От просмотра до сделки</translation>
    </message>
    <message>
        <source>Looked at it, people a day</source>
        <translation>Смотрели, человек за день</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Добавили в избранное</translation>
    </message>
    <message>
        <source>Asked about it</source>
        <translation>Спросили о ней</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Сделки</translation>
    </message>
    <message>
        <source>People a day, the last 30 days</source>
        <translation>Человек в день, последние 30 дней</translation>
    </message>
    <message>
        <source>As the buyer sees it</source>
        <translation>Как видит покупатель</translation>
    </message>
    <message>
        <source>Offer it again</source>
        <translation>Вернуть в продажу</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Опубликовать</translation>
    </message>
    <message>
        <source>Take it off for a while</source>
        <translation>Снять на время</translation>
    </message>
    <message>
        <source>Put it away for good?</source>
        <translation>Убрать насовсем?</translation>
    </message>
    <message>
        <source>Buyers who keep it see that it is gone. It cannot be offered again, but copied.</source>
        <translation>У кого машина в избранном, увидят, что её больше нет. Вернуть нельзя, но можно сделать копию.</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>В архиве</translation>
    </message>
    <message>
        <source>Delete the draft?</source>
        <translation>Удалить черновик?</translation>
    </message>
    <message>
        <source>It was never published; nothing of it stays.</source>
        <translation>Он не публиковался, от него ничего не останется.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>I see it otherwise</source>
        <translation>Я не согласен</translation>
    </message>
    <message>
        <source>Your appeal</source>
        <translation>Ваше обжалование</translation>
    </message>
</context>
<context>
    <name>NavRow</name>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n просрочено</numerusform>
            <numerusform>%n просрочено</numerusform>
            <numerusform>%n просрочено</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewTextSheet</name>
    <message>
        <source>New text</source>
        <translation>Новый текст</translation>
    </message>
    <message>
        <source>There is a text of this name.</source>
        <translation>Текст с таким именем уже есть.</translation>
    </message>
    <message>
        <source>Name in links</source>
        <translation>Имя в ссылках</translation>
    </message>
    <message>
        <source>a-z, 0-9 and hyphens. It cannot be changed later.</source>
        <translation>a-z, 0-9 и дефисы. Потом изменить нельзя.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>One admin publishes it.</source>
        <translation>Публикует один администратор.</translation>
    </message>
    <message>
        <source>People sign it; two admins publish it.</source>
        <translation>Его подписывают; публикуют двое администраторов.</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Для кого</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Begin it</source>
        <translation>Начать</translation>
    </message>
</context>
<context>
    <name>NewsSheet</name>
    <message>
        <source>News for you</source>
        <translation>Новости для вас</translation>
    </message>
    <message>
        <source>A colleague named you in a note</source>
        <translation>Коллега упомянул вас в заметке</translation>
    </message>
    <message>
        <source>A case was given to you: %1</source>
        <translation>Вам передано дело: %1</translation>
    </message>
    <message>
        <source>A case is overdue: %1</source>
        <translation>Дело просрочено: %1</translation>
    </message>
    <message>
        <source>Your proposal was decided: %1</source>
        <translation>По вашему предложению решено: %1</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Ничего нового</translation>
    </message>
    <message>
        <source>Notes that name you and cases that are given to you come here.</source>
        <translation>Здесь заметки с вашим именем и переданные вам дела.</translation>
    </message>
    <message>
        <source>new</source>
        <translation>новое</translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message>
        <source>CarGo&apos;s turn</source>
        <translation>Ход CarGo</translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>Ваш ход</translation>
    </message>
    <message>
        <source>The driver&apos;s turn</source>
        <translation>Ход водителя</translation>
    </message>
    <message>
        <source>The buyer&apos;s turn</source>
        <translation>Ход покупателя</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>No car fits all of this</source>
        <translation>Под всё сразу ничего нет</translation>
    </message>
    <message>
        <source>Let one thing go, and there are some:</source>
        <translation>Уберите что-то одно, и машины найдутся:</translation>
    </message>
    <message>
        <source>Write it in another way, or keep the search: the car may come.</source>
        <translation>Напишите иначе или сохраните поиск: машина может появиться.</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>Может быть, «%1»?</translation>
    </message>
    <message>
        <source>without “%1”</source>
        <translation>без «%1»</translation>
    </message>
    <message numerus="yes">
        <source>%n car(s)</source>
        <translation>
            <numerusform>%n машина</numerusform>
            <numerusform>%n машины</numerusform>
            <numerusform>%n машин</numerusform>
        </translation>
    </message>
    <message>
        <source>Take all filters away</source>
        <translation>Сбросить все фильтры</translation>
    </message>
    <message>
        <source>Keep this search</source>
        <translation>Сохранить поиск</translation>
    </message>
    <message>
        <source>“From” is above “to”: nothing can be in between.</source>
        <translation>«От» больше, чем «до»: между ними ничего не бывает.</translation>
    </message>
</context>
<context>
    <name>NotificationSettingsPage</name>
    <message>
        <source>In the app</source>
        <translation>В приложении</translation>
    </message>
    <message>
        <source>App</source>
        <translation>Здесь</translation>
    </message>
    <message>
        <source>On the phone</source>
        <translation>На телефоне</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>Пуш</translation>
    </message>
    <message>
        <source>By e-mail</source>
        <translation>По почте</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Почта</translation>
    </message>
    <message>
        <source>What we tell you about</source>
        <translation>О чём сообщать</translation>
    </message>
    <message>
        <source>Deadlines of a running deal are always shown on its page, whatever is chosen here.</source>
        <translation>Сроки идущей сделки всегда видны на её странице, что бы вы здесь ни выбрали.</translation>
    </message>
</context>
<context>
    <name>NotificationTexts</name>
    <message>
        <source>A deal was made</source>
        <translation>Сделка создана</translation>
    </message>
    <message>
        <source>Paid: the bank holds the money</source>
        <translation>Оплачено: деньги у банка</translation>
    </message>
    <message>
        <source>The deal was cancelled</source>
        <translation>Сделка отменена</translation>
    </message>
    <message>
        <source>The time to pay is over: the deal is cancelled</source>
        <translation>Время оплаты вышло: сделка отменена</translation>
    </message>
    <message>
        <source>The car was not picked up in time: the deal is cancelled, the bank returns the money</source>
        <translation>Машину не забрали в срок: сделка отменена, банк вернёт деньги</translation>
    </message>
    <message>
        <source>The car is on its way</source>
        <translation>Машина в пути</translation>
    </message>
    <message>
        <source>The driver added a checkpoint</source>
        <translation>Водитель отметил точку пути</translation>
    </message>
    <message>
        <source>A change of terms waits for your answer</source>
        <translation>Изменение условий ждёт вашего ответа</translation>
    </message>
    <message>
        <source>Your change of terms is accepted</source>
        <translation>Ваше изменение условий принято</translation>
    </message>
    <message>
        <source>Your change of terms is declined</source>
        <translation>Ваше изменение условий отклонено</translation>
    </message>
    <message>
        <source>The car has arrived: look at it and confirm</source>
        <translation>Машина приехала: осмотрите и подтвердите</translation>
    </message>
    <message>
        <source>The car was handed over</source>
        <translation>Машина передана</translation>
    </message>
    <message>
        <source>The time to confirm is over: the car counts as handed over</source>
        <translation>Время на подтверждение вышло: машина считается переданной</translation>
    </message>
    <message>
        <source>The deal is done. Leave a review</source>
        <translation>Сделка завершена. Оставьте отзыв</translation>
    </message>
    <message>
        <source>A problem was reported: the clocks stand still</source>
        <translation>Сообщено о проблеме: сроки остановлены</translation>
    </message>
    <message>
        <source>The dispute is decided: the money comes back to you</source>
        <translation>Спор решён: деньги возвращаются вам</translation>
    </message>
    <message>
        <source>The dispute is decided: the driver is paid</source>
        <translation>Спор решён: деньги получает водитель</translation>
    </message>
    <message>
        <source>The dispute is decided: the sum is divided</source>
        <translation>Спор решён: сумма делится</translation>
    </message>
    <message>
        <source>The problem report was taken back: the deal goes on</source>
        <translation>Сообщение о проблеме отозвано: сделка продолжается</translation>
    </message>
    <message>
        <source>There is news for you</source>
        <translation>Для вас есть новость</translation>
    </message>
    <message>
        <source>A deadline of your deal is near</source>
        <translation>Скоро истекает срок в вашей сделке</translation>
    </message>
    <message>
        <source>There is new evidence in the dispute</source>
        <translation>В споре новые доказательства</translation>
    </message>
    <message>
        <source>There is news about your deal</source>
        <translation>Новости о вашей сделке</translation>
    </message>
    <message>
        <source>Writing in a chat is paused because contacts were sent several times</source>
        <translation>Переписка приостановлена: контакты отправляли несколько раз</translation>
    </message>
    <message>
        <source>New message</source>
        <translation>Новое сообщение</translation>
    </message>
    <message>
        <source>Support has answered</source>
        <translation>Поддержка ответила</translation>
    </message>
    <message>
        <source>A car that you keep became cheaper</source>
        <translation>Машина из избранного подешевела</translation>
    </message>
    <message>
        <source>There is news about your documents</source>
        <translation>Новости о ваших документах</translation>
    </message>
    <message>
        <source>A car that you keep is sold</source>
        <translation>Автомобиль из избранного продан</translation>
    </message>
    <message>
        <source>A car that you keep is no longer offered</source>
        <translation>Автомобиль из избранного снят с продажи</translation>
    </message>
    <message>
        <source>A wrong handover code was entered five times. Your code is a new one</source>
        <translation>Код передачи пять раз ввели неверно. У вас новый код</translation>
    </message>
    <message>
        <source>The archive of your data is ready</source>
        <translation>Архив ваших данных готов</translation>
    </message>
    <message>
        <source>Your report was looked at</source>
        <translation>Обжалование рассмотрено</translation>
    </message>
    <message>
        <source>Your documents are checked: deals have no limit now</source>
        <translation>Документы проверены: теперь сделки без предела суммы</translation>
    </message>
    <message>
        <source>Some pictures of your documents are needed again</source>
        <translation>Некоторые снимки документов нужно переснять</translation>
    </message>
    <message>
        <source>Your identity could not be confirmed. See why</source>
        <translation>Личность не удалось подтвердить. Посмотрите почему</translation>
    </message>
    <message>
        <source>Your documents are being looked at again; until then the limits of before hold</source>
        <translation>Ваши документы снова проверяются; пока действуют прежние ограничения</translation>
    </message>
    <message>
        <source>The driver is there with the car and did not meet you</source>
        <translation>Водитель на месте с машиной и не застал вас</translation>
    </message>
    <message>
        <source>The clocks of the deal stand still: the other side did not feel safe</source>
        <translation>Часы сделки остановлены: другой стороне стало небезопасно</translation>
    </message>
    <message>
        <source>The clocks of the deal go on</source>
        <translation>Часы сделки снова идут</translation>
    </message>
    <message>
        <source>A buyer wants your car: a deal was made</source>
        <translation>Покупатель хочет вашу машину: сделка создана</translation>
    </message>
    <message>
        <source>Paid: the bank holds the money, you can pick up the car</source>
        <translation>Оплачено: деньги у банка, можно забирать машину</translation>
    </message>
    <message>
        <source>The car was not picked up in time: the deal is cancelled, the buyer gets the money back</source>
        <translation>Машину не забрали вовремя: сделка отменена, деньги вернутся покупателю</translation>
    </message>
    <message>
        <source>The buyer has confirmed: the car is handed over</source>
        <translation>Покупатель подтвердил: машина передана</translation>
    </message>
    <message>
        <source>The deal is done, the bank pays you. Leave a review</source>
        <translation>Сделка завершена, банк переводит вам деньги. Оставьте отзыв</translation>
    </message>
    <message>
        <source>The dispute is decided: the buyer gets the money back</source>
        <translation>Спор решён: деньги вернутся покупателю</translation>
    </message>
    <message>
        <source>The dispute is decided: the bank pays you</source>
        <translation>Спор решён: банк переводит деньги вам</translation>
    </message>
    <message>
        <source>The bank holds the money</source>
        <translation>Деньги у банка</translation>
    </message>
    <message>
        <source>The bank has taken the money into the deal</source>
        <translation>Банк закрепил деньги за сделкой</translation>
    </message>
    <message>
        <source>The bank has let the money go: nothing was taken</source>
        <translation>Банк снял блокировку: ничего не списано</translation>
    </message>
    <message>
        <source>The bank has paid you</source>
        <translation>Банк перевёл вам деньги</translation>
    </message>
    <message>
        <source>The bank has paid the driver</source>
        <translation>Банк перевёл деньги водителю</translation>
    </message>
    <message>
        <source>The bank has paid the money back to the buyer</source>
        <translation>Банк вернул деньги покупателю</translation>
    </message>
    <message>
        <source>The bank has paid the money back to you</source>
        <translation>Банк вернул вам деньги</translation>
    </message>
    <message>
        <source>The bank could not do a step. CarGo looks into it, nothing is lost</source>
        <translation>Банк не смог выполнить шаг. CarGo разбирается, ничего не потеряно</translation>
    </message>
    <message>
        <source>There is news about the payment of your deal</source>
        <translation>Новость об оплате вашей сделки</translation>
    </message>
    <message>
        <source>The time for evidence is over: CarGo decides now</source>
        <translation>Время для доказательств вышло: теперь решает CarGo</translation>
    </message>
    <message>
        <source>The bank did not take the payment. Nothing was charged</source>
        <translation>Банк не принял оплату. Ничего не списано</translation>
    </message>
    <message>
        <source>The other side has written a review</source>
        <translation>Другая сторона написала отзыв</translation>
    </message>
    <message>
        <source>CarGo warns you about a conversation. See why</source>
        <translation>Предупреждение от CarGo из-за переписки. Посмотрите причину</translation>
    </message>
    <message>
        <source>Support has closed your request</source>
        <translation>Поддержка закрыла ваше обращение</translation>
    </message>
    <message>
        <source>Your appeal is decided. See the answer</source>
        <translation>Обжалование рассмотрено. Посмотрите ответ</translation>
    </message>
    <message>
        <source>There is news about your account</source>
        <translation>Новость о вашем аккаунте</translation>
    </message>
    <message>
        <source>CarGo has looked at your car: buyers see it now</source>
        <translation>CarGo проверил вашу машину: её видят покупатели</translation>
    </message>
    <message>
        <source>CarGo asks for a change to your car. See why</source>
        <translation>CarGo просит исправить объявление. Посмотрите причину</translation>
    </message>
    <message>
        <source>CarGo has blocked your car. See why</source>
        <translation>CarGo заблокировал объявление. Посмотрите причину</translation>
    </message>
    <message>
        <source>A colleague has assigned a case to you</source>
        <translation>Коллега назначил вам дело</translation>
    </message>
    <message>
        <source>The time for a case is over</source>
        <translation>Срок дела вышел</translation>
    </message>
    <message>
        <source>A colleague has mentioned you in a note</source>
        <translation>Коллега упомянул вас в заметке</translation>
    </message>
    <message>
        <source>A proposal of yours is decided</source>
        <translation>По вашему предложению есть решение</translation>
    </message>
    <message>
        <source>Your documents are checked: your cars can be published now</source>
        <translation>Документы проверены: теперь можно публиковать машины</translation>
    </message>
    <message>
        <source>Your account could not be closed. See why</source>
        <translation>Аккаунт не удалось закрыть. Посмотрите почему</translation>
    </message>
    <message>
        <source>Your payout details were changed. Was it not you? Change your password</source>
        <translation>Реквизиты для выплат изменены. Если это не вы, смените пароль</translation>
    </message>
    <message>
        <source>New cars for a search that you keep</source>
        <translation>Новые машины по вашему поиску</translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message>
        <source>Notifications</source>
        <translation>Уведомления</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Отметить все прочитанными</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Ничего нового</translation>
    </message>
    <message>
        <source>News of your deals and chats comes here.</source>
        <translation>Здесь появятся новости сделок и чатов.</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>не прочитано</translation>
    </message>
    <message>
        <source>What we tell you about</source>
        <translation>О чём сообщать</translation>
    </message>
</context>
<context>
    <name>OfflineBar</name>
    <message>
        <source>Connecting…</source>
        <translation>Подключаемся…</translation>
    </message>
    <message>
        <source>No connection. What you write is sent later.</source>
        <translation>Нет связи. Отправим позже.</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to be sent</source>
        <translation>
            <numerusform>%n ждёт отправки</numerusform>
            <numerusform>%n ждут отправки</numerusform>
            <numerusform>%n ждут отправки</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OnboardingCard</name>
    <message>
        <source>Before your first deal</source>
        <translation>До первой сделки</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>Сделано %1 из %2</translation>
    </message>
    <message>
        <source>done</source>
        <translation>сделано</translation>
    </message>
</context>
<context>
    <name>OpsPage</name>
    <message>
        <source>Operations</source>
        <translation>Эксплуатация</translation>
    </message>
    <message>
        <source>%1 s behind</source>
        <translation>отстаёт на %1 с</translation>
    </message>
    <message>
        <source>not behind</source>
        <translation>не отстаёт</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Обновить</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Исходящие события</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Брошено</translation>
    </message>
    <message>
        <source>%1 failing</source>
        <translation>с ошибкой: %1</translation>
    </message>
    <message>
        <source>Timers</source>
        <translation>Таймеры</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Вебхуки</translation>
    </message>
    <message>
        <source>At the bank</source>
        <translation>У банка</translation>
    </message>
    <message>
        <source>%1 of unknown outcome</source>
        <translation>исход неизвестен: %1</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>с: %1</translation>
    </message>
    <message>
        <source>What was given up</source>
        <translation>Что брошено</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>События</translation>
    </message>
    <message>
        <source>Failed webhooks</source>
        <translation>Вебхуки с ошибкой</translation>
    </message>
    <message>
        <source>Webhooks under way</source>
        <translation>Вебхуки в работе</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Здесь пусто</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Событие</translation>
    </message>
    <message>
        <source>About</source>
        <translation>О чём</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Попытки</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Try it again</source>
        <translation>Попробовать ещё раз</translation>
    </message>
    <message>
        <source>Put it away</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>It is never tried again. The audit keeps who put it away and why.</source>
        <translation>Больше не повторится. Кто и почему убрал, останется в аудите.</translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>Waiting to be sent</source>
        <translation>Ждёт отправки</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Everything is sent</source>
        <translation>Всё отправлено</translation>
    </message>
    <message>
        <source>What you write and photograph without a connection waits here, and goes by itself.</source>
        <translation>То, что вы пишете и снимаете без связи, ждёт здесь и уходит само.</translation>
    </message>
    <message>
        <source>Delete it?</source>
        <translation>Удалить?</translation>
    </message>
    <message>
        <source>It was not sent, and it is only on this device.</source>
        <translation>Это не отправлено и есть только на этом устройстве.</translation>
    </message>
    <message>
        <source>Photos over Wi-Fi only</source>
        <translation>Фото только по Wi-Fi</translation>
    </message>
    <message>
        <source>Words go at once. Photos wait for a network that costs nothing.</source>
        <translation>Слова уходят сразу. Фото ждут бесплатной сети.</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>No queue is open to you</source>
        <translation>Вам не открыта ни одна очередь</translation>
    </message>
    <message>
        <source>An administrator gives permissions.</source>
        <translation>Права выдаёт администратор.</translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n просрочено</numerusform>
            <numerusform>%n просрочено</numerusform>
            <numerusform>%n просрочено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n yours</source>
        <translation>
            <numerusform>%n ваше</numerusform>
            <numerusform>%n ваших</numerusform>
            <numerusform>%n ваших</numerusform>
        </translation>
    </message>
    <message>
        <source>The oldest waits since %1</source>
        <translation>Самое давнее: %1</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Ничего не ждёт</translation>
    </message>
</context>
<context>
    <name>PairsCard</name>
    <message>
        <source>At the pick-up and at the handover</source>
        <translation>При приёмке и при передаче</translation>
    </message>
    <message>
        <source>As it was taken over</source>
        <translation>Какой машину приняли</translation>
    </message>
    <message>
        <source>Pick-up %1, handover %2. Both are in the chain of records: nobody can change them.</source>
        <translation>Приёмка %1, передача %2. Обе записи в цепочке: изменить их никто не может.</translation>
    </message>
    <message numerus="yes">
        <source>%n new damage(s) by the driver&apos;s word</source>
        <translation>
            <numerusform>%n новое повреждение, по словам водителя</numerusform>
            <numerusform>%n новых повреждения, по словам водителя</numerusform>
            <numerusform>%n новых повреждений, по словам водителя</numerusform>
        </translation>
    </message>
    <message>
        <source>No new damage by the driver&apos;s word</source>
        <translation>По словам водителя, новых повреждений нет</translation>
    </message>
    <message>
        <source>%1 at the pick-up</source>
        <translation>%1 при приёмке</translation>
    </message>
    <message>
        <source>%1 at the handover</source>
        <translation>%1 при передаче</translation>
    </message>
    <message numerus="yes">
        <source>All %n side(s)</source>
        <translation>
            <numerusform>Все стороны: %n</numerusform>
            <numerusform>Все стороны: %n</numerusform>
            <numerusform>Все стороны: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>At the handover, %1</source>
        <translation>При передаче, %1</translation>
    </message>
    <message>
        <source>Move the slider: what jumps is new.</source>
        <translation>Двигайте ползунок: что прыгает, то новое.</translation>
    </message>
</context>
<context>
    <name>PapersCard</name>
    <message>
        <source>Tell the family</source>
        <translation>Рассказать близким</translation>
    </message>
    <message>
        <source>Where the car is, in words without the price</source>
        <translation>Где машина, словами и без цены</translation>
    </message>
    <message>
        <source>The words are copied. Paste them anywhere.</source>
        <translation>Текст скопирован. Вставьте его куда угодно.</translation>
    </message>
    <message>
        <source>Number of the deal: %1</source>
        <translation>Номер сделки: %1</translation>
    </message>
    <message>
        <source>Support asks for it</source>
        <translation>Его спросит поддержка</translation>
    </message>
    <message>
        <source>The number is copied</source>
        <translation>Номер скопирован</translation>
    </message>
    <message>
        <source>Delivery act</source>
        <translation>Акт передачи</translation>
    </message>
    <message>
        <source>A page to print, with its fingerprint</source>
        <translation>Страница для печати, с отпечатком</translation>
    </message>
    <message>
        <source>The act as data</source>
        <translation>Акт как данные</translation>
    </message>
    <message>
        <source>JSON: what the fingerprint is of</source>
        <translation>JSON: от него и взят отпечаток</translation>
    </message>
</context>
<context>
    <name>PapersStep</name>
    <message>
        <source>VIN or frame number, as on the body</source>
        <translation>VIN или номер кузова, как на машине</translation>
    </message>
    <message>
        <source>Odometer, km</source>
        <translation>Пробег, км</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Ключи</translation>
    </message>
    <message>
        <source>Papers that you received</source>
        <translation>Какие документы получили</translation>
    </message>
    <message>
        <source>What was in the way of looking</source>
        <translation>Что мешало осмотру</translation>
    </message>
    <message>
        <source>Say it, so that photos that do not show everything are no blame.</source>
        <translation>Скажите об этом, чтобы вас не упрекнули тем, чего не видно на фото.</translation>
    </message>
    <message>
        <source>Anything else</source>
        <translation>Что-то ещё</translation>
    </message>
</context>
<context>
    <name>PayCard</name>
    <message>
        <source>The bank declined the payment</source>
        <translation>Банк отклонил платёж</translation>
    </message>
    <message>
        <source>No money was taken. Most often a limit of the card or a code that was not entered. Try once more or with another card.</source>
        <translation>Ничего не списано. Чаще всего дело в лимите карты или не введённом коде. Попробуйте ещё раз или другой картой.</translation>
    </message>
    <message>
        <source>The payment is begun, not finished</source>
        <translation>Оплата начата, но не закончена</translation>
    </message>
    <message>
        <source>If you have paid, wait a moment: the page changes by itself. If not, go on at the bank.</source>
        <translation>Если вы оплатили, подождите немного: страница обновится сама. Если нет, продолжите на странице банка.</translation>
    </message>
    <message>
        <source>The bank takes longer than usual</source>
        <translation>Банк отвечает дольше обычного</translation>
    </message>
    <message>
        <source>Nothing is lost. Look into the bank&apos;s app: if the sum stands there as reserved, wait, do not pay twice. If not, open the page again.</source>
        <translation>Ничего не пропало. Загляните в приложение банка: если сумма там заблокирована, подождите и не платите дважды. Если нет, откройте страницу снова.</translation>
    </message>
    <message>
        <source>We are asking the bank</source>
        <translation>Спрашиваем банк</translation>
    </message>
    <message>
        <source>Finish the payment in the browser and come back. This page changes by itself.</source>
        <translation>Завершите оплату в браузере и вернитесь. Страница обновится сама.</translation>
    </message>
    <message>
        <source>Nothing is paid yet</source>
        <translation>Пока ничего не оплачено</translation>
    </message>
    <message>
        <source>The bank&apos;s page opens in the browser. CarGo never sees the number of your card.</source>
        <translation>Страница банка откроется в браузере. CarGo не видит номер вашей карты.</translation>
    </message>
    <message>
        <source>Checking every few seconds</source>
        <translation>Проверяем каждые несколько секунд</translation>
    </message>
</context>
<context>
    <name>PayoutDetailsPage</name>
    <message>
        <source>Payout details</source>
        <translation>Реквизиты для выплат</translation>
    </message>
    <message>
        <source>Kept. The bank pays there from now on.</source>
        <translation>Сохранено. Теперь банк платит туда.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Счёт</translation>
    </message>
    <message>
        <source>BIC of the bank</source>
        <translation>БИК банка</translation>
    </message>
    <message>
        <source>Whose it is</source>
        <translation>Владелец</translation>
    </message>
    <message>
        <source>Payouts wait until %1</source>
        <translation>Выплаты ждут до: %1</translation>
    </message>
    <message>
        <source>After each change they wait three days, so that nobody can take your money who has taken your phone.</source>
        <translation>После каждой смены они ждут три дня, чтобы деньги не забрал тот, кто забрал ваш телефон.</translation>
    </message>
    <message>
        <source>An account at a Russian bank, in your own name. You find the digits in your bank&apos;s app.</source>
        <translation>Счёт в российском банке на ваше имя. Цифры есть в приложении банка.</translation>
    </message>
    <message>
        <source>Number of the account, 20 digits</source>
        <translation>Номер счёта, 20 цифр</translation>
    </message>
    <message>
        <source>Whose account it is, as the bank writes it</source>
        <translation>Владелец счёта, как пишет банк</translation>
    </message>
    <message>
        <source>Your CarGo password</source>
        <translation>Ваш пароль CarGo</translation>
    </message>
    <message>
        <source>So that nobody changes it on an unlocked phone</source>
        <translation>Чтобы никто не сменил счёт в открытом телефоне</translation>
    </message>
    <message>
        <source>Another account</source>
        <translation>Другой счёт</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Сохранить</translation>
    </message>
</context>
<context>
    <name>PersonFacts</name>
    <message>
        <source>Person</source>
        <translation>Человек</translation>
    </message>
    <message>
        <source>Your permissions do not open people.</source>
        <translation>Ваши права не открывают людей.</translation>
    </message>
    <message>
        <source>Identity: tier %1</source>
        <translation>Личность: уровень %1</translation>
    </message>
    <message>
        <source>Identity not confirmed</source>
        <translation>Личность не подтверждена</translation>
    </message>
    <message>
        <source>Here since</source>
        <translation>С нами с</translation>
    </message>
    <message>
        <source>Deals done</source>
        <translation>Сделок завершено</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Оценка</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Потому что</translation>
    </message>
    <message>
        <source>Reports about him</source>
        <translation>Жалобы на него</translation>
    </message>
    <message>
        <source>His whole history</source>
        <translation>Вся его история</translation>
    </message>
</context>
<context>
    <name>PhotoGallery</name>
    <message>
        <source>Photo %1 of %2</source>
        <translation>Фото %1 из %2</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>Предыдущее фото</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>Следующее фото</translation>
    </message>
</context>
<context>
    <name>PhotoGrid</name>
    <message>
        <source>Photos</source>
        <translation>Фотографии</translation>
    </message>
    <message>
        <source>Photo %1 of %2</source>
        <translation>Фото %1 из %2</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>ждёт</translation>
    </message>
    <message>
        <source>Ctrl and arrows change the order, Delete takes it away</source>
        <translation>Ctrl и стрелки меняют порядок, Delete убирает</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Обложка</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Take the photo away</source>
        <translation>Убрать фото</translation>
    </message>
</context>
<context>
    <name>PhotoMosaic</name>
    <message>
        <source>Photo %1 of %2</source>
        <translation>Фото %1 из %2</translation>
    </message>
</context>
<context>
    <name>PhotoRow</name>
    <message>
        <source>Photo %1 of %2</source>
        <translation>Фото %1 из %2</translation>
    </message>
</context>
<context>
    <name>PhotoViewer</name>
    <message>
        <source>Photos</source>
        <translation>Фотографии</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>PhotoWords</name>
    <message>
        <source>The picture is small: small print may be unreadable.</source>
        <translation>Снимок маленький: мелкий шрифт может не читаться.</translation>
    </message>
    <message>
        <source>It may not be sharp enough.</source>
        <translation>Возможно, снимок недостаточно чёткий.</translation>
    </message>
    <message>
        <source>There may be glare on it.</source>
        <translation>Возможно, на снимке блики.</translation>
    </message>
    <message>
        <source>It may be too dark.</source>
        <translation>Возможно, слишком темно.</translation>
    </message>
    <message>
        <source>More light, please</source>
        <translation>Нужно больше света</translation>
    </message>
    <message>
        <source>Turn away from the lamp: there is glare</source>
        <translation>Отвернитесь от лампы: блики</translation>
    </message>
    <message>
        <source>Not sharp yet: hold still</source>
        <translation>Пока нечётко: держите ровно</translation>
    </message>
</context>
<context>
    <name>PickUpPage</name>
    <message>
        <source>Photos</source>
        <translation>Фото</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Повреждения</translation>
    </message>
    <message>
        <source>Keys and papers</source>
        <translation>Ключи и документы</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Приём</translation>
    </message>
    <message>
        <source>Kept. It goes to CarGo as soon as there is a line.</source>
        <translation>Сохранено. Уйдёт в CarGo, как только появится связь.</translation>
    </message>
    <message>
        <source>Pick-up</source>
        <translation>Приём машины</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n фото</numerusform>
            <numerusform>%n фото</numerusform>
            <numerusform>%n фото</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n место</numerusform>
            <numerusform>%n места</numerusform>
            <numerusform>%n мест</numerusform>
        </translation>
    </message>
    <message>
        <source>none marked</source>
        <translation>не отмечены</translation>
    </message>
    <message>
        <source>VIN</source>
        <translation>VIN</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Odometer</source>
        <translation>Пробег</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 км</translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation>Ещё не хватает</translation>
    </message>
    <message>
        <source>From now on the car is in your hands</source>
        <translation>С этого момента машина на вас</translation>
    </message>
    <message>
        <source>The bank takes the buyer&apos;s money into the deal. What you recorded cannot be changed afterwards, by nobody.</source>
        <translation>Банк переводит деньги покупателя в сделку. Записанное потом не изменит никто.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Дальше</translation>
    </message>
    <message>
        <source>I take the car over</source>
        <translation>Принимаю машину</translation>
    </message>
    <message>
        <source>Photos: %1</source>
        <translation>Фото: %1</translation>
    </message>
    <message>
        <source>The VIN in letters and digits</source>
        <translation>VIN буквами и цифрами</translation>
    </message>
    <message>
        <source>The odometer in km</source>
        <translation>Пробег в километрах</translation>
    </message>
</context>
<context>
    <name>PickedCar</name>
    <message>
        <source>Sign in, and this car is kept on all your devices.</source>
        <translation>Войдите, и машина сохранится на всех ваших устройствах.</translation>
    </message>
    <message>
        <source>Against it: %1</source>
        <translation>Против: %1</translation>
    </message>
    <message>
        <source>For it: %1</source>
        <translation>За: %1</translation>
    </message>
</context>
<context>
    <name>PickerPage</name>
    <message>
        <source>Pick a car</source>
        <translation>Подбор машины</translation>
    </message>
    <message>
        <source>You keep this search already</source>
        <translation>Этот поиск уже сохранён</translation>
    </message>
    <message>
        <source>The search is kept</source>
        <translation>Поиск сохранён</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Sign in, and the search is kept on all your devices.</source>
        <translation>Войдите, и поиск сохранится на всех ваших устройствах.</translation>
    </message>
    <message>
        <source>Pick cars</source>
        <translation>Подобрать</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Сбросить всё</translation>
    </message>
    <message>
        <source>Tell what you need</source>
        <translation>Расскажите, что нужно</translation>
    </message>
    <message>
        <source>A sentence or a few answers are enough. Each car then says why it is here.</source>
        <translation>Хватит одной фразы или пары ответов. У каждой машины будет сказано, почему она здесь.</translation>
    </message>
</context>
<context>
    <name>PickerQuestions</name>
    <message>
        <source>Family</source>
        <translation>Семья</translation>
    </message>
    <message>
        <source>Large family</source>
        <translation>Большая семья</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Город</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Поездки</translation>
    </message>
    <message>
        <source>Winter</source>
        <translation>Зима</translation>
    </message>
    <message>
        <source>Bad roads</source>
        <translation>Плохие дороги</translation>
    </message>
    <message>
        <source>Off the road</source>
        <translation>Бездорожье</translation>
    </message>
    <message>
        <source>Towing</source>
        <translation>Прицеп</translation>
    </message>
    <message>
        <source>Low consumption</source>
        <translation>Малый расход</translation>
    </message>
    <message>
        <source>Prestige</source>
        <translation>Престиж</translation>
    </message>
    <message>
        <source>Sport</source>
        <translation>Спорт</translation>
    </message>
    <message>
        <source>First car</source>
        <translation>Первая машина</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Работа</translation>
    </message>
    <message>
        <source>SUV</source>
        <translation>Внедорожник</translation>
    </message>
    <message>
        <source>Sedan</source>
        <translation>Седан</translation>
    </message>
    <message>
        <source>Hatchback</source>
        <translation>Хэтчбек</translation>
    </message>
    <message>
        <source>Estate car</source>
        <translation>Универсал</translation>
    </message>
    <message>
        <source>Minivan</source>
        <translation>Минивэн</translation>
    </message>
    <message>
        <source>Pickup</source>
        <translation>Пикап</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>Япония</translation>
    </message>
    <message>
        <source>Korea</source>
        <translation>Корея</translation>
    </message>
    <message>
        <source>China</source>
        <translation>Китай</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>Германия</translation>
    </message>
    <message>
        <source>UAE</source>
        <translation>ОАЭ</translation>
    </message>
    <message>
        <source>USA</source>
        <translation>США</translation>
    </message>
    <message>
        <source>Say it in your own words</source>
        <translation>Скажите своими словами</translation>
    </message>
    <message>
        <source>For a large family, up to 2 million, from Japan, soft on bad roads</source>
        <translation>Для большой семьи, до 2 млн, из Японии, чтобы мягко по плохим дорогам</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Бюджет</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>до %1</translation>
    </message>
    <message>
        <source>any</source>
        <translation>любой</translation>
    </message>
    <message>
        <source>With the way to you. Apart from it you pay: %1.</source>
        <translation>Вместе с доставкой до вас. Отдельно вы платите: %1.</translation>
    </message>
    <message>
        <source>What for?</source>
        <translation>Для чего?</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Кузов</translation>
    </message>
    <message>
        <source>Where from?</source>
        <translation>Откуда?</translation>
    </message>
    <message>
        <source>How soon?</source>
        <translation>Как скоро?</translation>
    </message>
    <message>
        <source>three weeks</source>
        <translation>три недели</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>месяц</translation>
    </message>
    <message>
        <source>a month and a half</source>
        <translation>полтора месяца</translation>
    </message>
    <message>
        <source>two months</source>
        <translation>два месяца</translation>
    </message>
    <message>
        <source>How old at most?</source>
        <translation>Не старше</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n год</numerusform>
            <numerusform>%n года</numerusform>
            <numerusform>%n лет</numerusform>
        </translation>
    </message>
    <message>
        <source>Mileage at most</source>
        <translation>Пробег не больше</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 км</translation>
    </message>
    <message>
        <source>What must it have?</source>
        <translation>Что обязательно?</translation>
    </message>
    <message>
        <source>All-wheel drive</source>
        <translation>Полный привод</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Автомат</translation>
    </message>
    <message>
        <source>Heated seats</source>
        <translation>Подогрев сидений</translation>
    </message>
    <message>
        <source>No accidents</source>
        <translation>Без аварий</translation>
    </message>
    <message>
        <source>Hybrid</source>
        <translation>Гибрид</translation>
    </message>
    <message>
        <source>Electric</source>
        <translation>Электро</translation>
    </message>
</context>
<context>
    <name>PickerResults</name>
    <message numerus="yes">
        <source>%n car(s) fit</source>
        <translation>
            <numerusform>Подходит %n машина</numerusform>
            <numerusform>Подходят %n машины</numerusform>
            <numerusform>Подходят %n машин</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing fits everything; these come near</source>
        <translation>Полностью не подходит ничего, близкие варианты</translation>
    </message>
    <message>
        <source>Understood: %1</source>
        <translation>Понято: %1</translation>
    </message>
    <message>
        <source>Not understood: %1</source>
        <translation>Не понято: %1</translation>
    </message>
    <message>
        <source>No car comes near</source>
        <translation>Ничего похожего нет</translation>
    </message>
    <message>
        <source>Say it in another way, or keep the search: the car may come.</source>
        <translation>Скажите иначе или сохраните поиск: машина может появиться.</translation>
    </message>
    <message>
        <source>Change the answers</source>
        <translation>Изменить ответы</translation>
    </message>
    <message>
        <source>Keep this search</source>
        <translation>Сохранить поиск</translation>
    </message>
    <message>
        <source>Show all of them</source>
        <translation>Показать все</translation>
    </message>
    <message>
        <source>What would change the answer</source>
        <translation>Что изменило бы ответ</translation>
    </message>
    <message>
        <source>Let one thing go, and there are more</source>
        <translation>Если отказаться от одного условия, машин больше</translation>
    </message>
    <message>
        <source>The order is what speaks for each car and nothing else. Nobody can pay for a place in it.</source>
        <translation>Порядок определяют только доводы за и против каждой машины. Купить место в нём нельзя.</translation>
    </message>
</context>
<context>
    <name>PlainCase</name>
    <message>
        <source>Waits since</source>
        <translation>Ждёт с</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Срок</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Срочность</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>The deal</source>
        <translation>Сделка</translation>
    </message>
</context>
<context>
    <name>PriceCard</name>
    <message>
        <source>How the price went</source>
        <translation>Как менялась цена</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message numerus="yes">
        <source>All %n change(s)</source>
        <translation>
            <numerusform>Все %n изменение</numerusform>
            <numerusform>Все %n изменения</numerusform>
            <numerusform>Все %n изменений</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProfilePage</name>
    <message>
        <source>Profile</source>
        <translation>Профиль</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Избранное</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Уведомления</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Устройства</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Sign out?</source>
        <translation>Выйти?</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Ждёт отправки</translation>
    </message>
    <message>
        <source>The system&apos;s passwords are not available: the sign-in is kept in a file that only you can read.</source>
        <translation>Пароли системы недоступны, вход хранится в файле, который читаете только вы.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) that you wrote were not sent yet and will be deleted from this device.</source>
        <translation>
            <numerusform>%n вещь, которую вы сделали, ещё не отправлена и будет удалена с этого устройства.</numerusform>
            <numerusform>%n вещи, которые вы сделали, ещё не отправлены и будут удалены с этого устройства.</numerusform>
            <numerusform>%n вещей, которые вы сделали, ещё не отправлены и будут удалены с этого устройства.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything you did is sent. What is kept on this device, drafts too, is deleted.</source>
        <translation>Всё, что вы сделали, отправлено. Сохранённое на этом устройстве, и черновики тоже, будет удалено.</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Сохранённые поиски</translation>
    </message>
    <message>
        <source>What we tell you about</source>
        <translation>О чём сообщать</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>Язык и вид</translation>
    </message>
    <message>
        <source>Where you are signed in</source>
        <translation>Где вы вошли</translation>
    </message>
    <message>
        <source>My data</source>
        <translation>Мои данные</translation>
    </message>
    <message>
        <source>Take a copy of everything</source>
        <translation>Забрать копию всего</translation>
    </message>
    <message>
        <source>Close the account</source>
        <translation>Закрыть аккаунт</translation>
    </message>
    <message>
        <source>About CarGo</source>
        <translation>О CarGo</translation>
    </message>
    <message>
        <source>How buyers see you</source>
        <translation>Как вас видят покупатели</translation>
    </message>
    <message>
        <source>Earnings</source>
        <translation>Заработок</translation>
    </message>
    <message>
        <source>At the bank, on the way, paid</source>
        <translation>В банке, в пути, выплачено</translation>
    </message>
    <message>
        <source>My rating</source>
        <translation>Мой рейтинг</translation>
    </message>
    <message>
        <source>Decisions about you</source>
        <translation>Решения о вас</translation>
    </message>
    <message>
        <source>With reasons, and how to appeal</source>
        <translation>С причинами и правом обжаловать</translation>
    </message>
    <message>
        <source>Blocked people</source>
        <translation>Заблокированные</translation>
    </message>
    <message>
        <source>Help and rules</source>
        <translation>Помощь и правила</translation>
    </message>
    <message>
        <source>Cancelling, disputes, contacts, limits</source>
        <translation>Отмена, споры, контакты, лимиты</translation>
    </message>
    <message>
        <source>Agreements, licences, version %1</source>
        <translation>Соглашения, лицензии, версия %1</translation>
    </message>
</context>
<context>
    <name>ProposalCase</name>
    <message>
        <source>Setting</source>
        <translation>Настройка</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>Спор</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>Предложено</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Исход</translation>
    </message>
    <message>
        <source>To the buyer</source>
        <translation>Покупателю</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Новое значение</translation>
    </message>
    <message>
        <source>as the operator set it</source>
        <translation>как задал оператор</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Решено</translation>
    </message>
    <message>
        <source>You proposed it, so somebody else decides it.</source>
        <translation>Предложили вы, поэтому решит другой.</translation>
    </message>
    <message>
        <source>Your words (needed to refuse)</source>
        <translation>Ваши слова (нужны для отказа)</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Отказать</translation>
    </message>
    <message>
        <source>Agree: carry it out</source>
        <translation>Согласиться и выполнить</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Соглашение</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Станет</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Версия %1</translation>
    </message>
    <message>
        <source>as version %1</source>
        <translation>как версия %1</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Что изменилось</translation>
    </message>
    <message>
        <source>Read the text</source>
        <translation>Прочитать текст</translation>
    </message>
</context>
<context>
    <name>PublishSheet</name>
    <message>
        <source>Bring version %1 back</source>
        <translation>Вернуть версию %1</translation>
    </message>
    <message>
        <source>Propose the draft</source>
        <translation>Предложить черновик</translation>
    </message>
    <message>
        <source>Publish the draft</source>
        <translation>Опубликовать черновик</translation>
    </message>
    <message>
        <source>People sign it, so another admin decides. Who signed the version before has to sign again.</source>
        <translation>Это подписывают, поэтому решает второй администратор. Кто подписал прошлую версию, подпишет снова.</translation>
    </message>
    <message>
        <source>Readers see what changed. It stays in the history.</source>
        <translation>Читатели увидят, что изменилось. Это останется в истории.</translation>
    </message>
    <message>
        <source>What changed, in Russian</source>
        <translation>Что изменилось, на русском</translation>
    </message>
    <message>
        <source>What changed, in English</source>
        <translation>Что изменилось, на английском</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>Предложить</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Опубликовать</translation>
    </message>
</context>
<context>
    <name>PullToRefresh</name>
    <message>
        <source>Loading</source>
        <translation>Загрузка</translation>
    </message>
</context>
<context>
    <name>PutOffMenu</name>
    <message>
        <source>Put off</source>
        <translation>Отложить</translation>
    </message>
    <message>
        <source>For an hour</source>
        <translation>На час</translation>
    </message>
    <message>
        <source>For four hours</source>
        <translation>На четыре часа</translation>
    </message>
    <message>
        <source>Until tomorrow, 9:00</source>
        <translation>До завтра, 9:00</translation>
    </message>
    <message>
        <source>For a week</source>
        <translation>На неделю</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>QR code</source>
        <translation>QR-код</translation>
    </message>
</context>
<context>
    <name>QueueColumns</name>
    <message>
        <source>Due</source>
        <translation>Срок</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Дело</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Человек</translation>
    </message>
    <message>
        <source>Waits since</source>
        <translation>Ждёт с</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Срочность</translation>
    </message>
    <message>
        <source>In whose hands</source>
        <translation>У кого</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>для: %1</translation>
    </message>
    <message>
        <source>looks: %1</source>
        <translation>смотрит: %1</translation>
    </message>
</context>
<context>
    <name>QueueOrders</name>
    <message numerus="yes">
        <source>Done, but for %n: a colleague has it, or it waits no more.</source>
        <translation>
            <numerusform>Готово, кроме %n: у коллеги или уже не ждёт.</numerusform>
            <numerusform>Готово, кроме %n: у коллег или уже не ждут.</numerusform>
            <numerusform>Готово, кроме %n: у коллег или уже не ждут.</numerusform>
        </translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Взять</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Отпустить</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Назначить</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Отложить</translation>
    </message>
    <message>
        <source>Whose it shall be</source>
        <translation>Чьё оно будет</translation>
    </message>
    <message>
        <source>Nobody&apos;s</source>
        <translation>Ничьё</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Моё</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>До какого времени</translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation>Через час</translation>
    </message>
    <message>
        <source>In four hours</source>
        <translation>Через четыре часа</translation>
    </message>
    <message>
        <source>Tomorrow, 9:00</source>
        <translation>Завтра, 9:00</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>Через неделю</translation>
    </message>
    <message>
        <source>The first hundred are done at once; select the others afterwards.</source>
        <translation>За раз обрабатывается первая сотня; остальные выберите после.</translation>
    </message>
    <message>
        <source>It works for %1 of %2.</source>
        <translation>Получится для %1 из %2.</translation>
    </message>
    <message>
        <source>a colleague has it</source>
        <translation>взято коллегой</translation>
    </message>
    <message>
        <source>it waits no more</source>
        <translation>уже не ждёт</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Не сейчас</translation>
    </message>
    <message>
        <source>Do it for %1</source>
        <translation>Сделать для %1</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Сделать</translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message>
        <source>Next case</source>
        <translation>Следующее дело</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Обновить</translation>
    </message>
    <message>
        <source>Which cases</source>
        <translation>Какие дела</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Свободные</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Отложить</translation>
    </message>
    <message>
        <source>Filter by words</source>
        <translation>Фильтр по словам</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n дело</numerusform>
            <numerusform>%n дела</numerusform>
            <numerusform>%n дел</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits here</source>
        <translation>Здесь ничего не ждёт</translation>
    </message>
    <message>
        <source>No case like this</source>
        <translation>Таких дел нет</translation>
    </message>
    <message>
        <source>New cases come in by themselves.</source>
        <translation>Новые дела появятся сами.</translation>
    </message>
    <message>
        <source>Look at all of them, or filter by other words.</source>
        <translation>Посмотрите все или смените слова фильтра.</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>Открыть дело</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Взять</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>Отпустить</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Назначить</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>Выбрано: %n</numerusform>
            <numerusform>Выбрано: %n</numerusform>
            <numerusform>Выбрано: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Взять</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Отпустить</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>Назначить…</translation>
    </message>
    <message>
        <source>Put off…</source>
        <translation>Отложить…</translation>
    </message>
    <message>
        <source>Select none</source>
        <translation>Снять выбор</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>Мои</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Просрочены</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Отложены</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Виды</translation>
    </message>
</context>
<context>
    <name>QueueViews</name>
    <message>
        <source>Views</source>
        <translation>Виды</translation>
    </message>
    <message>
        <source>Keep this view…</source>
        <translation>Сохранить вид…</translation>
    </message>
    <message>
        <source>Forget the views of this queue</source>
        <translation>Забыть виды этой очереди</translation>
    </message>
    <message>
        <source>Keep this view</source>
        <translation>Сохранить вид</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Его название</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Сохранить</translation>
    </message>
</context>
<context>
    <name>Queues</name>
    <message>
        <source>Identity</source>
        <translation>Личность</translation>
    </message>
    <message>
        <source>Listings</source>
        <translation>Объявления</translation>
    </message>
    <message>
        <source>Edited listings</source>
        <translation>Правки объявлений</translation>
    </message>
    <message>
        <source>Flagged chats</source>
        <translation>Чаты с нарушениями</translation>
    </message>
    <message>
        <source>Reports of listings</source>
        <translation>Жалобы на объявления</translation>
    </message>
    <message>
        <source>Reports of people</source>
        <translation>Жалобы на людей</translation>
    </message>
    <message>
        <source>Reports of messages</source>
        <translation>Жалобы на сообщения</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Жалобы</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>Споры</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Поддержка</translation>
    </message>
    <message>
        <source>Appeals</source>
        <translation>Апелляции</translation>
    </message>
    <message>
        <source>Erasure requests</source>
        <translation>Запросы на удаление</translation>
    </message>
    <message>
        <source>Money tasks</source>
        <translation>Денежные задачи</translation>
    </message>
    <message>
        <source>Second signature</source>
        <translation>Вторая подпись</translation>
    </message>
    <message>
        <source>Failed jobs</source>
        <translation>Сбои задач</translation>
    </message>
    <message>
        <source>Was it a contact?</source>
        <translation>Спорные маски</translation>
    </message>
</context>
<context>
    <name>QuickQuestions</name>
    <message>
        <source>Still there?</source>
        <translation>Ещё продаётся?</translation>
    </message>
    <message>
        <source>Hello! Is the car still for sale?</source>
        <translation>Здравствуйте! Машина ещё продаётся?</translation>
    </message>
    <message>
        <source>Accidents?</source>
        <translation>Были ДТП?</translation>
    </message>
    <message>
        <source>Hello! Was the car in an accident, was anything painted or replaced?</source>
        <translation>Здравствуйте! Была ли машина в ДТП, что красили или меняли?</translation>
    </message>
    <message>
        <source>Video of the engine</source>
        <translation>Видео запуска</translation>
    </message>
    <message>
        <source>Hello! Could you send a video of a cold start and of the underbody?</source>
        <translation>Здравствуйте! Пришлите, пожалуйста, видео холодного запуска и днища.</translation>
    </message>
    <message>
        <source>Auction sheet</source>
        <translation>Аукционный лист</translation>
    </message>
    <message>
        <source>Hello! Could you send the auction sheet or the inspection report?</source>
        <translation>Здравствуйте! Пришлите, пожалуйста, аукционный лист или отчёт об осмотре.</translation>
    </message>
    <message>
        <source>When at my place?</source>
        <translation>Когда привезёте?</translation>
    </message>
    <message>
        <source>Hello! If I pay this week, when would the car be in my city?</source>
        <translation>Здравствуйте! Если оплачу на этой неделе, когда машина будет в моём городе?</translation>
    </message>
    <message>
        <source>Ask the driver</source>
        <translation>Спросить водителя</translation>
    </message>
</context>
<context>
    <name>QuickReplies</name>
    <message>
        <source>Your quick replies</source>
        <translation>Ваши быстрые ответы</translation>
    </message>
</context>
<context>
    <name>QuickRepliesSheet</name>
    <message>
        <source>Your quick replies</source>
        <translation>Ваши быстрые ответы</translation>
    </message>
    <message>
        <source>Nothing yet. What you add stands over the empty field of every chat, on all your devices.</source>
        <translation>Пока пусто. Что добавите, будет стоять над пустым полем каждого чата на всех ваших устройствах.</translation>
    </message>
    <message>
        <source>Further up: %1</source>
        <translation>Выше: %1</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>Изменить: %1</translation>
    </message>
    <message>
        <source>Take away: %1</source>
        <translation>Убрать: %1</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>Другие слова</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Ещё один</translation>
    </message>
    <message>
        <source>A sentence that you often write</source>
        <translation>Фраза, которую вы часто пишете</translation>
    </message>
    <message>
        <source>These are as many as there may be. Take one away to add another.</source>
        <translation>Больше добавить нельзя. Уберите один, чтобы добавить другой.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
</context>
<context>
    <name>RangeFilter</name>
    <message>
        <source>%1 km</source>
        <translation>%1 км</translation>
    </message>
    <message>
        <source>from</source>
        <translation>от</translation>
    </message>
    <message>
        <source>up to</source>
        <translation>до</translation>
    </message>
</context>
<context>
    <name>RangeSlider</name>
    <message>
        <source>From</source>
        <translation>От</translation>
    </message>
    <message>
        <source>To</source>
        <translation>До</translation>
    </message>
</context>
<context>
    <name>RatingPage</name>
    <message>
        <source>My rating</source>
        <translation>Мой рейтинг</translation>
    </message>
    <message>
        <source>Rating %1 of 5</source>
        <translation>Рейтинг %1 из 5</translation>
    </message>
    <message numerus="yes">
        <source>of %n review(s). A few reviews count less than many: one alone makes no five stars.</source>
        <translation>
            <numerusform>по %n отзыву. Несколько отзывов весят меньше, чем много: один пяти звёзд не даёт.</numerusform>
            <numerusform>по %n отзывам. Несколько отзывов весят меньше, чем много: один пяти звёзд не даёт.</numerusform>
            <numerusform>по %n отзывам. Несколько отзывов весят меньше, чем много: один пяти звёзд не даёт.</numerusform>
        </translation>
    </message>
    <message>
        <source>No reviews yet. The first comes when a deal is done and both have written.</source>
        <translation>Отзывов пока нет. Первый появится, когда сделка завершится и напишут обе стороны.</translation>
    </message>
    <message>
        <source>%1 stars: %2</source>
        <translation>Звёзд %1: %2</translation>
    </message>
    <message>
        <source>What helps you</source>
        <translation>Что помогает</translation>
    </message>
    <message>
        <source>What costs you</source>
        <translation>Что мешает</translation>
    </message>
    <message>
        <source>Month by month</source>
        <translation>По месяцам</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>Звёзды</translation>
    </message>
    <message>
        <source>%1 of 5</source>
        <translation>%1 из 5</translation>
    </message>
    <message>
        <source>This is not fair</source>
        <translation>Это несправедливо</translation>
    </message>
    <message>
        <source>Appeal against a review</source>
        <translation>Обжалование отзыва</translation>
    </message>
    <message>
        <source>Support reads the review, the deal and your words, and answers you in a ticket.</source>
        <translation>Поддержка прочтёт отзыв, сделку и ваши слова и ответит вам в обращении.</translation>
    </message>
    <message>
        <source>What is not true in it</source>
        <translation>Что в нём неправда</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Kept. It goes to CarGo as soon as there is a line.</source>
        <translation>Сохранено. Уйдёт в CarGo, как только появится связь.</translation>
    </message>
    <message>
        <source>Stars by month</source>
        <translation>Оценки по месяцам</translation>
    </message>
</context>
<context>
    <name>RatingStars</name>
    <message>
        <source>%1 of 5</source>
        <translation>%1 из 5</translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n звезда</numerusform>
            <numerusform>%n звезды</numerusform>
            <numerusform>%n звёзд</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s)</source>
        <translation>
            <numerusform>%n отзыв</numerusform>
            <numerusform>%n отзыва</numerusform>
            <numerusform>%n отзывов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>like one that you looked at</source>
        <translation>похожа на ту, что вы смотрели</translation>
    </message>
    <message>
        <source>like one among your favourites</source>
        <translation>похожа на машину из избранного</translation>
    </message>
    <message>
        <source>like one that you asked about</source>
        <translation>похожа на ту, о которой вы спрашивали</translation>
    </message>
    <message>
        <source>fits a search that you keep</source>
        <translation>подходит под сохранённый поиск</translation>
    </message>
    <message>
        <source>offered lately</source>
        <translation>появилась недавно</translation>
    </message>
    <message>
        <source>its driver is rated highly</source>
        <translation>у водителя высокая оценка</translation>
    </message>
    <message>
        <source>the same model</source>
        <translation>та же модель</translation>
    </message>
    <message>
        <source>the same brand and body</source>
        <translation>та же марка и кузов</translation>
    </message>
    <message>
        <source>the same brand</source>
        <translation>та же марка</translation>
    </message>
    <message>
        <source>the same body</source>
        <translation>тот же кузов</translation>
    </message>
    <message>
        <source>%1, dearer by %2 %</source>
        <translation>%1, дороже на %2 %</translation>
    </message>
    <message>
        <source>%1, cheaper by %2 %</source>
        <translation>%1, дешевле на %2 %</translation>
    </message>
    <message>
        <source>many look at it</source>
        <translation>на неё часто смотрят</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) looked at it lately</source>
        <translation>
            <numerusform>недавно смотрел %n человек</numerusform>
            <numerusform>недавно смотрели %n человека</numerusform>
            <numerusform>недавно смотрели %n человек</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecommendationsCard</name>
    <message>
        <source>Picks for me</source>
        <translation>Рекомендации для меня</translation>
    </message>
    <message>
        <source>Off: nothing is kept or used, you see what everybody sees</source>
        <translation>Выключено: ничего не хранится и не используется, вы видите то же, что и все</translation>
    </message>
    <message>
        <source>By the cars you looked at, kept and asked about: on the first page and a little in the order of a search</source>
        <translation>По машинам, которые вы смотрели, сохраняли и о которых спрашивали: на главной и немного — в порядке поиска</translation>
    </message>
    <message>
        <source>Nothing is kept of guests; this counts when you sign in</source>
        <translation>О гостях ничего не хранится; выбор подействует, когда вы войдёте</translation>
    </message>
    <message>
        <source>CarGo uses recommendation technologies. What you look at and for how long, keep, ask about and search for is kept for 90 days and used for this alone. Switched off, it is deleted at once, on all your devices. Nobody pays for a place, and each says why it is there.</source>
        <translation>CarGo использует рекомендательные технологии. Что и как долго вы смотрите, сохраняете, о чём спрашиваете и что ищете, хранится 90 дней и служит только для этого. Если выключить, всё удаляется сразу, на всех ваших устройствах. За место никто не платит, и у каждой машины сказано, почему она здесь.</translation>
    </message>
    <message>
        <source>How it works, and what is kept</source>
        <translation>Как это устроено и что хранится</translation>
    </message>
</context>
<context>
    <name>RecordsPage</name>
    <message>
        <source>Filter by words</source>
        <translation>Фильтр по словам</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Здесь пусто</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Обновить</translation>
    </message>
</context>
<context>
    <name>ReportCase</name>
    <message>
        <source>Why, for staff</source>
        <translation>Почему, для своих</translation>
    </message>
    <message>
        <source>No violation</source>
        <translation>Нарушения нет</translation>
    </message>
    <message>
        <source>Warn</source>
        <translation>Предупредить</translation>
    </message>
    <message>
        <source>Take it down</source>
        <translation>Снять</translation>
    </message>
    <message>
        <source>Restrict the account</source>
        <translation>Ограничить аккаунт</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) of the same</source>
        <translation>
            <numerusform>%n жалоба на то же</numerusform>
            <numerusform>%n жалобы на то же</numerusform>
            <numerusform>%n жалоб на то же</numerusform>
        </translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>О чём речь</translation>
    </message>
    <message>
        <source>What is said of it</source>
        <translation>Что о нём говорят</translation>
    </message>
    <message>
        <source>Nothing besides the reason.</source>
        <translation>Кроме причины ничего.</translation>
    </message>
    <message>
        <source>Who reported it</source>
        <translation>Кто пожаловался</translation>
    </message>
    <message>
        <source>No contact: show the words</source>
        <translation>Не контакт: показать текст</translation>
    </message>
    <message>
        <source>It is a contact: it stays hidden</source>
        <translation>Это контакт: остаётся скрытым</translation>
    </message>
    <message>
        <source>The talk as it was written</source>
        <translation>Переписка без масок</translation>
    </message>
    <message>
        <source>For a reason; the look is on record</source>
        <translation>С указанием причины; просмотр записывается</translation>
    </message>
</context>
<context>
    <name>ReportSheet</name>
    <message>
        <source>Sign in, so that we can tell you what came of your report.</source>
        <translation>Войдите, чтобы мы могли сообщить, чем кончилась жалоба.</translation>
    </message>
    <message>
        <source>What is wrong with this person?</source>
        <translation>Что не так с этим человеком?</translation>
    </message>
    <message>
        <source>What is wrong with this listing?</source>
        <translation>Что не так с объявлением?</translation>
    </message>
    <message>
        <source>Thank you. We look at it and tell you what came of it.</source>
        <translation>Спасибо. Проверим и сообщим, чем кончилось.</translation>
    </message>
    <message>
        <source>More about it, if you like</source>
        <translation>Подробнее, если хотите</translation>
    </message>
    <message>
        <source>What did you see, when?</source>
        <translation>Что и когда вы заметили?</translation>
    </message>
    <message>
        <source>Send the report</source>
        <translation>Отправить жалобу</translation>
    </message>
    <message>
        <source>What is wrong with this message?</source>
        <translation>Что не так с сообщением?</translation>
    </message>
    <message>
        <source>Nobody learns who reported.</source>
        <translation>Никто не узнает, кто пожаловался.</translation>
    </message>
</context>
<context>
    <name>ResetPasswordPage</name>
    <message>
        <source>New password</source>
        <translation>Новый пароль</translation>
    </message>
    <message>
        <source>The password is changed. Sign in with the new one.</source>
        <translation>Пароль изменён. Войдите с новым.</translation>
    </message>
    <message>
        <source>If there is an account for %1, a code is on its way there. It works for a short time.</source>
        <translation>Если для %1 есть аккаунт, код уже отправлен туда. Он действует недолго.</translation>
    </message>
    <message>
        <source>We send a code to the e-mail of your account. All other devices are signed out when the password changes.</source>
        <translation>Отправим код на почту вашего аккаунта. После смены пароля все другие устройства выйдут из аккаунта.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Электронная почта</translation>
    </message>
    <message>
        <source>Code from the e-mail</source>
        <translation>Код из письма</translation>
    </message>
    <message>
        <source>At least 10 characters</source>
        <translation>Не меньше 10 знаков</translation>
    </message>
    <message>
        <source>Send the code</source>
        <translation>Отправить код</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Сменить пароль</translation>
    </message>
    <message>
        <source>Send the code again</source>
        <translation>Отправить код ещё раз</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Review</source>
        <translation>Отзыв</translation>
    </message>
    <message>
        <source>What should others know?</source>
        <translation>Что стоит знать другим?</translation>
    </message>
    <message>
        <source>The condition of the car, the term, how you were kept informed</source>
        <translation>Состояние машины, срок, как вас держали в курсе</translation>
    </message>
    <message>
        <source>Neither side sees the other&apos;s review first</source>
        <translation>Отзывы открываются одновременно</translation>
    </message>
    <message>
        <source>Both appear together, when both are written or after 14 days. So nobody has to be afraid of an answer.</source>
        <translation>Оба появятся вместе: когда напишут обе стороны или через 14 дней. Так никто не боится ответного отзыва.</translation>
    </message>
    <message>
        <source>Send the review</source>
        <translation>Отправить отзыв</translation>
    </message>
    <message>
        <source>How was the deal?</source>
        <translation>Как прошла сделка?</translation>
    </message>
    <message>
        <source>Choose the stars</source>
        <translation>Выберите оценку</translation>
    </message>
    <message>
        <source>Bad: I would not do it again</source>
        <translation>Плохо: больше не обращусь</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>Так себе</translation>
    </message>
    <message>
        <source>It was all right</source>
        <translation>Нормально</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Хорошо</translation>
    </message>
    <message>
        <source>Excellent, I recommend him</source>
        <translation>Отлично, рекомендую</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>Спасибо!</translation>
    </message>
    <message>
        <source>Your review is written</source>
        <translation>Ваш отзыв написан</translation>
    </message>
    <message>
        <source>No review can be written now</source>
        <translation>Сейчас отзыв написать нельзя</translation>
    </message>
    <message>
        <source>It appears together with the driver&apos;s, at the latest 14 days after the deal. Until then nobody reads it.</source>
        <translation>Он откроется вместе с отзывом водителя, самое позднее через 14 дней после сделки. До этого его никто не увидит.</translation>
    </message>
    <message>
        <source>Reviews open when the deal is done and close after 14 days.</source>
        <translation>Отзывы открываются, когда сделка завершена, и закрываются через 14 дней.</translation>
    </message>
    <message>
        <source>To the deal</source>
        <translation>К сделке</translation>
    </message>
    <message>
        <source>How was it with %1?</source>
        <translation>Как всё прошло с водителем %1?</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>Rule: no contacts in a listing</source>
        <translation>Правило: в объявлении нет контактов</translation>
    </message>
    <message>
        <source>Rule: only photos of this car, taken by you</source>
        <translation>Правило: только ваши снимки этой машины</translation>
    </message>
    <message>
        <source>Rule: the price is the one you sell for</source>
        <translation>Правило: цена та, за которую вы продаёте</translation>
    </message>
    <message>
        <source>Rule: what a listing says is true</source>
        <translation>Правило: всё в объявлении правда</translation>
    </message>
    <message>
        <source>Rule: only cars with papers, true mileage and own numbers</source>
        <translation>Правило: только машины с документами, честным пробегом и своими номерами</translation>
    </message>
    <message>
        <source>Rule: a car is listed once</source>
        <translation>Правило: одна машина, одно объявление</translation>
    </message>
    <message>
        <source>Rule: nobody is deceived</source>
        <translation>Правило: никого не обманывать</translation>
    </message>
    <message>
        <source>Rule: contacts stay hidden until the deal is done</source>
        <translation>Правило: контакты скрыты до завершения сделки</translation>
    </message>
    <message>
        <source>Rule: no insults and no threats</source>
        <translation>Правило: без оскорблений и угроз</translation>
    </message>
    <message>
        <source>Rule: no advertising and no mass messages</source>
        <translation>Правило: без рекламы и рассылок</translation>
    </message>
    <message>
        <source>Rule: one person, one account</source>
        <translation>Правило: один человек, один аккаунт</translation>
    </message>
    <message>
        <source>Rule: users are of age</source>
        <translation>Правило: пользователи совершеннолетние</translation>
    </message>
    <message>
        <source>Rule: an account is in its owner&apos;s own name</source>
        <translation>Правило: аккаунт на своё имя</translation>
    </message>
    <message>
        <source>Rule: the terms of CarGo hold for everybody</source>
        <translation>Правило: условия CarGo действуют для всех</translation>
    </message>
</context>
<context>
    <name>RunBar</name>
    <message>
        <source>Take the car over</source>
        <translation>Принять машину</translation>
    </message>
    <message>
        <source>New checkpoint</source>
        <translation>Новая отметка</translation>
    </message>
    <message>
        <source>Hand the car over</source>
        <translation>Передать машину</translation>
    </message>
</context>
<context>
    <name>RunCard</name>
    <message>
        <source>The clocks stand still</source>
        <translation>Часы остановлены</translation>
    </message>
    <message>
        <source>You stopped them. CarGo reads your words before all others and answers in the ticket.</source>
        <translation>Вы их остановили. CarGo прочтёт ваши слова раньше других и ответит в обращении.</translation>
    </message>
    <message>
        <source>The buyer stopped them. CarGo looks into it; you need not do anything.</source>
        <translation>Их остановил покупатель. CarGo разбирается, от вас ничего не нужно.</translation>
    </message>
    <message>
        <source>I am there</source>
        <translation>Я на месте</translation>
    </message>
    <message>
        <source>Other terms</source>
        <translation>Другие условия</translation>
    </message>
    <message>
        <source>I do not feel safe</source>
        <translation>Мне небезопасно</translation>
    </message>
    <message>
        <source>Support reads it before all others.</source>
        <translation>Поддержка прочтёт это раньше всего остального.</translation>
    </message>
</context>
<context>
    <name>SafetySheet</name>
    <message>
        <source>I do not feel safe</source>
        <translation>Мне небезопасно</translation>
    </message>
    <message>
        <source>In danger call 112 first.</source>
        <translation>При опасности сначала звоните 112.</translation>
    </message>
    <message>
        <source>The clocks of this deal stop, so that nothing is decided by waiting. No money moves. Support reads your words before all others; the buyer sees only that the clocks stand. You can do this once.</source>
        <translation>Часы сделки остановятся, чтобы ничего не решилось само, пока вы ждёте. Деньги не двигаются. Ваши слова прочтёт поддержка, покупатель увидит только, что часы стоят. Сделать это можно один раз.</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Что происходит</translation>
    </message>
    <message>
        <source>Stop the clocks</source>
        <translation>Остановить часы</translation>
    </message>
</context>
<context>
    <name>SavedSearchesPage</name>
    <message>
        <source>Saved searches</source>
        <translation>Сохранённые поиски</translation>
    </message>
    <message>
        <source>The search is no longer kept</source>
        <translation>Поиск больше не сохранён</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Keep no longer: %1</source>
        <translation>Не хранить: %1</translation>
    </message>
    <message>
        <source>No search is kept yet</source>
        <translation>Сохранённых поисков пока нет</translation>
    </message>
    <message>
        <source>Search for a car and press “Keep this search”: it stays here on all your devices.</source>
        <translation>Найдите машину и нажмите «Сохранить поиск»: он будет здесь на всех ваших устройствах.</translation>
    </message>
    <message>
        <source>Find a car</source>
        <translation>Найти машину</translation>
    </message>
    <message>
        <source>You hear of new cars at once</source>
        <translation>О новых машинах — сразу</translation>
    </message>
    <message>
        <source>You hear of new cars once a day</source>
        <translation>О новых машинах — раз в день</translation>
    </message>
    <message>
        <source>You hear nothing of new cars</source>
        <translation>О новых машинах не сообщаем</translation>
    </message>
    <message>
        <source>News of new cars</source>
        <translation>Новости о машинах</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Сразу</translation>
    </message>
    <message>
        <source>Once a day</source>
        <translation>Раз в день</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Не сообщать</translation>
    </message>
</context>
<context>
    <name>SearchChips</name>
    <message>
        <source>%1 km</source>
        <translation>%1 км</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>up to</comment>
        <translation>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>до %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>от %1</translation>
    </message>
    <message>
        <source>%1 hp</source>
        <translation>%1 л. с.</translation>
    </message>
    <message>
        <source>%1 l</source>
        <translation>%1 л</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Очистить</translation>
    </message>
</context>
<context>
    <name>SearchInput</name>
    <message>
        <source>Search for a car</source>
        <translation>Найти машину</translation>
    </message>
    <message>
        <source>RAV4 from Japan up to 2.8 million</source>
        <translation>RAV4 из Японии до 2,8 млн</translation>
    </message>
    <message>
        <source>Searched for lately</source>
        <translation>Недавно искали</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Забыть</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Best match</source>
        <translation>По соответствию</translation>
    </message>
    <message>
        <source>Cheaper first</source>
        <translation>Сначала дешевле</translation>
    </message>
    <message>
        <source>Dearer first</source>
        <translation>Сначала дороже</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Сначала новые</translation>
    </message>
    <message>
        <source>Lower mileage</source>
        <translation>Меньше пробег</translation>
    </message>
    <message>
        <source>Faster delivery</source>
        <translation>Быстрее доставка</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>Возможно, вы имели в виду «%1»?</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message numerus="yes">
        <source>%n car(s)</source>
        <translation>
            <numerusform>%n машина</numerusform>
            <numerusform>%n машины</numerusform>
            <numerusform>%n машин</numerusform>
        </translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Фильтры</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Считаем…</translation>
    </message>
    <message numerus="yes">
        <source>Show %n car(s)</source>
        <translation>
            <numerusform>Показать %n машину</numerusform>
            <numerusform>Показать %n машины</numerusform>
            <numerusform>Показать %n машин</numerusform>
        </translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Порядок</translation>
    </message>
    <message>
        <source>You keep this search already</source>
        <translation>Этот поиск уже сохранён</translation>
    </message>
    <message>
        <source>The search is kept</source>
        <translation>Поиск сохранён</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Keep this search</source>
        <translation>Сохранить поиск</translation>
    </message>
    <message>
        <source>Sign in, and the search is kept on all your devices.</source>
        <translation>Войдите, и поиск сохранится на всех ваших устройствах.</translation>
    </message>
    <message>
        <source>Filters: %1</source>
        <translation>Фильтры: %1</translation>
    </message>
    <message>
        <source>Show as cards</source>
        <translation>Показать карточками</translation>
    </message>
    <message>
        <source>Show as a list</source>
        <translation>Показать списком</translation>
    </message>
    <message>
        <source>Nothing has all of these words. Shown without: %1</source>
        <translation>Все слова сразу не встречаются. Показано без: %1</translation>
    </message>
    <message>
        <source>Search for it</source>
        <translation>Искать</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Сбросить всё</translation>
    </message>
    <message>
        <source>No car fits</source>
        <translation>Ничего не подходит</translation>
    </message>
    <message>
        <source>The order is the one you choose. Nobody can pay for a place in it.</source>
        <translation>Порядок такой, какой выбрали вы. Место в нём нельзя купить.</translation>
    </message>
    <message>
        <source>Help me choose</source>
        <translation>Помогите выбрать</translation>
    </message>
    <message>
        <source>How the order is made</source>
        <translation>Как устроен порядок</translation>
    </message>
    <message>
        <source>Almost what you look for</source>
        <translation>Почти то, что вы ищете</translation>
    </message>
    <message>
        <source>A little dearer, older or with more kilometres than you asked for, or told in other words.</source>
        <translation>Чуть дороже, старше или с большим пробегом, чем вы просили, или сказано о них другими словами.</translation>
    </message>
</context>
<context>
    <name>Select</name>
    <message>
        <source>Choose</source>
        <translation>Выберите</translation>
    </message>
    <message>
        <source>Search in the list</source>
        <translation>Поиск по списку</translation>
    </message>
</context>
<context>
    <name>SentPhotos</name>
    <message>
        <source>Photo %1 of %2: %3</source>
        <translation>Фото %1 из %2: %3</translation>
    </message>
</context>
<context>
    <name>SessionsPage</name>
    <message>
        <source>Devices</source>
        <translation>Устройства</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Завершить</translation>
    </message>
    <message>
        <source>End: %1</source>
        <translation>Завершить: %1</translation>
    </message>
    <message>
        <source>End all others</source>
        <translation>Завершить все остальные</translation>
    </message>
</context>
<context>
    <name>SettingSheet</name>
    <message>
        <source>Proposed. Another admin has to agree.</source>
        <translation>Предложено. Должен согласиться другой администратор.</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Действует</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>По умолчанию</translation>
    </message>
    <message>
        <source>Money or bans hang on it: it is proposed, and another admin decides.</source>
        <translation>От неё зависят деньги или блокировки: вы предложите, решит другой администратор.</translation>
    </message>
    <message>
        <source>Only the operator changes it, where the server runs.</source>
        <translation>Меняет только оператор, там, где работает сервер.</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Новое значение</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>the operator&apos;s</source>
        <translation>как у оператора</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>Предложить</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>No setting</source>
        <translation>Настроек нет</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Настройка</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Действует</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>this console</source>
        <translation>эта консоль</translation>
    </message>
    <message>
        <source>the operator</source>
        <translation>оператор</translation>
    </message>
    <message>
        <source>the default</source>
        <translation>по умолчанию</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>the operator alone</source>
        <translation>только оператор</translation>
    </message>
    <message>
        <source>by two admins</source>
        <translation>двое администраторов</translation>
    </message>
    <message>
        <source>by an admin</source>
        <translation>администратор</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Что это</translation>
    </message>
</context>
<context>
    <name>ShareSheet</name>
    <message>
        <source>Show it to somebody</source>
        <translation>Поделиться</translation>
    </message>
    <message>
        <source>The link opens in any browser: photos, price and the driver&apos;s rating. Nobody has to register to look.</source>
        <translation>Ссылка откроется в любом браузере: фото, цена и рейтинг водителя. Смотреть можно без регистрации.</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Ссылка</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Скопировать ссылку</translation>
    </message>
    <message>
        <source>The link is copied</source>
        <translation>Ссылка скопирована</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>ShellStop</name>
    <message>
        <source>Show what is on this device</source>
        <translation>Показать то, что есть на устройстве</translation>
    </message>
</context>
<context>
    <name>Shutter</name>
    <message>
        <source>Take the photo</source>
        <translation>Снять</translation>
    </message>
</context>
<context>
    <name>SideCamera</name>
    <message>
        <source>Stand so that the car covers the older photo</source>
        <translation>Встаньте так, чтобы машина совпала с прежним фото</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>SidesStep</name>
    <message>
        <source>Walk around the car once. Each photo is kept on this device at once; nothing is lost when the app ends.</source>
        <translation>Обойдите машину один раз. Каждое фото сразу сохраняется на устройстве и не пропадёт, если приложение закроется.</translation>
    </message>
</context>
<context>
    <name>SignInCover</name>
    <message>
        <source>console</source>
        <translation>консоль</translation>
    </message>
    <message>
        <source>Your session has ended</source>
        <translation>Сеанс завершился</translation>
    </message>
    <message>
        <source>What you had open and typed is kept. Sign in and go on where you were.</source>
        <translation>Открытое и написанное сохранено. Войдите и продолжайте с того же места.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Почта</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
    <message>
        <source>Accounts of staff are made by an administrator, each with an authenticator. Everything that is done here is on record.</source>
        <translation>Учётные записи сотрудников создаёт администратор, каждую с аутентификатором. Всё, что здесь делается, записывается.</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>New account</source>
        <translation>Новый аккаунт</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
    <message>
        <source>A car from abroad, and the money stays at the bank until you have it.</source>
        <translation>Машина из-за рубежа, а деньги в банке, пока она не у вас.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ваше имя</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Электронная почта</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>At least 10 characters</source>
        <translation>Не меньше 10 знаков</translation>
    </message>
    <message>
        <source>Create the account</source>
        <translation>Создать аккаунт</translation>
    </message>
    <message>
        <source>I have an account</source>
        <translation>У меня есть аккаунт</translation>
    </message>
    <message>
        <source>I am new here</source>
        <translation>Я здесь впервые</translation>
    </message>
    <message>
        <source>I buy a car</source>
        <translation>Покупаю машину</translation>
    </message>
    <message>
        <source>I bring cars</source>
        <translation>Привожу машины</translation>
    </message>
    <message>
        <source>Drivers have an app of their own</source>
        <translation>У водителей своё приложение</translation>
    </message>
    <message>
        <source>Listings, trips and payouts are there, and so is the registration of drivers. Here you open a buyer&apos;s account.</source>
        <translation>Там объявления, рейсы, выплаты и регистрация водителей. Здесь открывается аккаунт покупателя.</translation>
    </message>
    <message>
        <source>Forgot the password?</source>
        <translation>Забыли пароль?</translation>
    </message>
    <message>
        <source>Buyers have an app of their own</source>
        <translation>У покупателей своё приложение</translation>
    </message>
    <message>
        <source>Cars, deals and payment are there. Here you open a driver&apos;s account.</source>
        <translation>Автомобили, сделки и оплата — в нём. Здесь вы открываете аккаунт перегонщика.</translation>
    </message>
    <message>
        <source>With the account you agree to:</source>
        <translation>Создавая аккаунт, вы соглашаетесь с документами:</translation>
    </message>
</context>
<context>
    <name>SignInSheet</name>
    <message>
        <source>Sign in to go on</source>
        <translation>Войдите, чтобы продолжить</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Почта</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
    <message>
        <source>I am new here</source>
        <translation>Я здесь впервые</translation>
    </message>
    <message>
        <source>Forgot the password?</source>
        <translation>Забыли пароль?</translation>
    </message>
</context>
<context>
    <name>SkeletonChat</name>
    <message>
        <source>Loading</source>
        <translation>Загрузка</translation>
    </message>
</context>
<context>
    <name>SkeletonGrid</name>
    <message>
        <source>Loading</source>
        <translation>Загрузка</translation>
    </message>
</context>
<context>
    <name>SkeletonList</name>
    <message>
        <source>Loading</source>
        <translation>Загрузка</translation>
    </message>
</context>
<context>
    <name>SkeletonPage</name>
    <message>
        <source>Loading</source>
        <translation>Загрузка</translation>
    </message>
</context>
<context>
    <name>SlideToConfirm</name>
    <message>
        <source>Press again to confirm</source>
        <translation>Нажмите ещё раз, чтобы подтвердить</translation>
    </message>
    <message>
        <source>Please wait</source>
        <translation>Подождите</translation>
    </message>
</context>
<context>
    <name>Snackbar</name>
    <message>
        <source>Dismiss</source>
        <translation>Скрыть</translation>
    </message>
</context>
<context>
    <name>StatCard</name>
    <message>
        <source>The file could not be written: there is no room, or no right to write.</source>
        <translation>Файл не записался: нет места или нет права на запись.</translation>
    </message>
    <message>
        <source>Kept among the downloads: %1</source>
        <translation>Сохранено в загрузках: %1</translation>
    </message>
    <message>
        <source>Keep as a table</source>
        <translation>Сохранить таблицей</translation>
    </message>
    <message>
        <source>Keep as a picture</source>
        <translation>Сохранить картинкой</translation>
    </message>
</context>
<context>
    <name>StateView</name>
    <message>
        <source>Could not load</source>
        <translation>Не удалось загрузить</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>No connection to CarGo</source>
        <translation>Нет связи с CarGo</translation>
    </message>
    <message>
        <source>Check the network. What you wrote is kept and sent later.</source>
        <translation>Проверьте сеть. Написанное сохранено и уйдёт позже.</translation>
    </message>
    <message>
        <source>This is not open to you</source>
        <translation>Здесь нет доступа</translation>
    </message>
    <message>
        <source>There is nothing here</source>
        <translation>Здесь ничего нет</translation>
    </message>
    <message>
        <source>It was removed, or the link is not right.</source>
        <translation>Это удалено, или ссылка неверна.</translation>
    </message>
    <message>
        <source>CarGo is being looked after</source>
        <translation>Обслуживаем CarGo</translation>
    </message>
    <message>
        <source>Deals and money are safe. Please come back in a few minutes.</source>
        <translation>Сделки и деньги в порядке. Вернитесь через несколько минут.</translation>
    </message>
    <message>
        <source>This version is too old</source>
        <translation>Версия устарела</translation>
    </message>
    <message>
        <source>Please update the app. Your deals and chats stay.</source>
        <translation>Обновите приложение. Сделки и чаты останутся.</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Обновить</translation>
    </message>
</context>
<context>
    <name>StatsPage</name>
    <message>
        <source>Statistics</source>
        <translation>Статистика</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Обновить</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Сделки</translation>
    </message>
    <message>
        <source>%1 in dispute</source>
        <translation>в споре: %1</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 дней</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 дней</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>Deals made</source>
        <translation>Заключено сделок</translation>
    </message>
    <message>
        <source>%1 paid for</source>
        <translation>оплачено: %1</translation>
    </message>
    <message>
        <source>Dispute rate</source>
        <translation>Доля споров</translation>
    </message>
    <message>
        <source>Volume, %1</source>
        <translation>Оборот, %1</translation>
    </message>
    <message>
        <source>take rate %1</source>
        <translation>комиссия %1</translation>
    </message>
    <message>
        <source>From a look to the car</source>
        <translation>От просмотра до машины</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Просмотры</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Чаты</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Оплачено</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Выплачено</translation>
    </message>
    <message>
        <source>Deals over time</source>
        <translation>Сделки по времени</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Создана</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>Спор открыт</translation>
    </message>
    <message>
        <source>Volume and fees, %1</source>
        <translation>Оборот и комиссия, %1</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Оборот</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Комиссия</translation>
    </message>
    <message>
        <source>Hours in a state, on average</source>
        <translation>Сколько часов в состоянии, в среднем</translation>
    </message>
    <message>
        <source>Who comes back, by the month of the first deal</source>
        <translation>Кто возвращается, по месяцу первой сделки</translation>
    </message>
    <message>
        <source>Summed up %1</source>
        <translation>Подсчитано: %1</translation>
    </message>
</context>
<context>
    <name>StepProgress</name>
    <message>
        <source>Step %1 of %2</source>
        <translation>Шаг %1 из %2</translation>
    </message>
</context>
<context>
    <name>StepUpSheet</name>
    <message>
        <source>Is it you?</source>
        <translation>Это вы?</translation>
    </message>
    <message>
        <source>Money, settings and personal data need a fresh code of your authenticator. What you did is kept and goes on after it.</source>
        <translation>Для денег, настроек и личных данных нужен свежий код аутентификатора. Начатое сохранено и продолжится после него.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Не сейчас</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
</context>
<context>
    <name>StoryCard</name>
    <message>
        <source>The way of the deal</source>
        <translation>Ход сделки</translation>
    </message>
</context>
<context>
    <name>SystemPhotoDialog</name>
    <message>
        <source>Choose photos</source>
        <translation>Выберите фото</translation>
    </message>
    <message>
        <source>Photos (*.jpg *.jpeg *.png *.webp)</source>
        <translation>Фотографии (*.jpg *.jpeg *.png *.webp)</translation>
    </message>
</context>
<context>
    <name>TabBar</name>
    <message>
        <source>Sections</source>
        <translation>Разделы</translation>
    </message>
</context>
<context>
    <name>TableHeader</name>
    <message>
        <source>sorted, largest first</source>
        <translation>по убыванию</translation>
    </message>
    <message>
        <source>sorted, smallest first</source>
        <translation>по возрастанию</translation>
    </message>
</context>
<context>
    <name>TaskCase</name>
    <message>
        <source>Why, for the record</source>
        <translation>Почему, для записи</translation>
    </message>
    <message>
        <source>Try the failed step again</source>
        <translation>Повторить неудавшийся шаг</translation>
    </message>
    <message>
        <source>It was settled elsewhere: nothing moves</source>
        <translation>Уладили иначе: ничего не двигать</translation>
    </message>
    <message>
        <source>Waits since</source>
        <translation>Ждёт с</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Решено</translation>
    </message>
    <message>
        <source>The deal</source>
        <translation>Сделка</translation>
    </message>
    <message>
        <source>What the bank was asked</source>
        <translation>О чём просили банк</translation>
    </message>
    <message>
        <source>tries: %1</source>
        <translation>попыток: %1</translation>
    </message>
</context>
<context>
    <name>TermChoice</name>
    <message>
        <source>A day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>A week</source>
        <translation>Неделя</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>Месяц</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>For good</source>
        <translation>Навсегда</translation>
    </message>
</context>
<context>
    <name>TextConflict</name>
    <message>
        <source>Title in Russian</source>
        <translation>Заголовок на русском</translation>
    </message>
    <message>
        <source>Words in Russian</source>
        <translation>Текст на русском</translation>
    </message>
    <message>
        <source>Title in English</source>
        <translation>Заголовок на английском</translation>
    </message>
    <message>
        <source>Words in English</source>
        <translation>Текст на английском</translation>
    </message>
    <message>
        <source>The draft is gone: it was published or thrown away.</source>
        <translation>Черновика больше нет: его опубликовали или удалили.</translation>
    </message>
    <message>
        <source>%1 kept another draft meanwhile.</source>
        <translation>Тем временем другой черновик сохранил(а) %1.</translation>
    </message>
    <message>
        <source>What you wrote is still here. Lines with − are theirs alone, lines with + yours.</source>
        <translation>Написанное вами на месте. Строки с «−» есть только у коллеги, с «+» — только у вас.</translation>
    </message>
    <message>
        <source>Take what is published</source>
        <translation>Взять опубликованное</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Взять чужой</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Оставить мой</translation>
    </message>
</context>
<context>
    <name>TextEditor</name>
    <message>
        <source>What people sign cannot hold numbers that change: %1</source>
        <translation>В том, что подписывают, не может быть меняющихся чисел: %1</translation>
    </message>
    <message>
        <source>Nothing fills in: %1</source>
        <translation>Нечем заполнить: %1</translation>
    </message>
    <message>
        <source>The anchors are others than in Russian.</source>
        <translation>Якоря не те, что в русском тексте.</translation>
    </message>
    <message>
        <source>The title is missing.</source>
        <translation>Нет заголовка.</translation>
    </message>
    <message>
        <source>The words are missing.</source>
        <translation>Нет текста.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>## Heading {#anchor}, - item, 1. step, **bold**, [link](slug#anchor)</source>
        <translation>## Заголовок {#anchor}, - пункт, 1. шаг, **жирный**, [ссылка](slug#anchor)</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>Hide password</source>
        <translation>Скрыть пароль</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>Показать пароль</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Очистить</translation>
    </message>
</context>
<context>
    <name>TextHistory</name>
    <message>
        <source>What is written now</source>
        <translation>То, что написано сейчас</translation>
    </message>
    <message>
        <source>Version %1 of %2</source>
        <translation>Версия %1 от %2</translation>
    </message>
    <message>
        <source>came with CarGo</source>
        <translation>поставлено с CarGo</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Версии</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Версия %1</translation>
    </message>
    <message>
        <source>as version %1</source>
        <translation>как версия %1</translation>
    </message>
    <message>
        <source>Bring it back…</source>
        <translation>Вернуть…</translation>
    </message>
    <message>
        <source>Older ones</source>
        <translation>Более ранние</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнить</translation>
    </message>
    <message>
        <source>With</source>
        <translation>С чем</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Русский</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Английский</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>TextWords</name>
    <message>
        <source>Agreement</source>
        <translation>Соглашение</translation>
    </message>
    <message>
        <source>Help and rules</source>
        <translation>Справка и правила</translation>
    </message>
    <message>
        <source>Buyers</source>
        <translation>Покупатели</translation>
    </message>
    <message>
        <source>Drivers</source>
        <translation>Перегонщики</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>HTML is not shown</source>
        <translation>HTML не показывается</translation>
    </message>
    <message>
        <source>pictures are not shown</source>
        <translation>картинки не показываются</translation>
    </message>
    <message>
        <source>the heading has no {#anchor}</source>
        <translation>у заголовка нет {#anchor}</translation>
    </message>
    <message>
        <source>an anchor is a-z, 0-9 and hyphens</source>
        <translation>якорь — это a-z, 0-9 и дефисы</translation>
    </message>
    <message>
        <source>the anchor stands here twice</source>
        <translation>такой якорь уже есть</translation>
    </message>
    <message>
        <source>headings are ## and ###</source>
        <translation>заголовки — это ## и ###</translation>
    </message>
    <message>
        <source>the link leads nowhere</source>
        <translation>ссылка никуда не ведёт</translation>
    </message>
    <message>
        <source>** is not closed</source>
        <translation>** не закрыто</translation>
    </message>
    <message>
        <source>Line %1: %2 (%3)</source>
        <translation>Строка %1: %2 (%3)</translation>
    </message>
</context>
<context>
    <name>TicketCase</name>
    <message>
        <source>We</source>
        <translation>Мы</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Ваш ответ</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Send and close</source>
        <translation>Отправить и закрыть</translation>
    </message>
    <message>
        <source>Safety stop</source>
        <translation>Пауза безопасности</translation>
    </message>
    <message>
        <source>Close without an answer</source>
        <translation>Закрыть без ответа</translation>
    </message>
</context>
<context>
    <name>TodayCard</name>
    <message>
        <source>Photos are due</source>
        <translation>Нужны фото</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Nothing to do today</source>
        <translation>На сегодня дел нет</translation>
    </message>
    <message>
        <source>Deals that wait for you come here, the most urgent on top.</source>
        <translation>Здесь сделки, которые ждут вас, самые срочные сверху.</translation>
    </message>
    <message>
        <source>Sign in to see what waits for you.</source>
        <translation>Войдите, чтобы увидеть, что вас ждёт.</translation>
    </message>
    <message>
        <source>To my cars</source>
        <translation>К моим машинам</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
    <message numerus="yes">
        <source>Notifications, %n new</source>
        <translation>
            <numerusform>Уведомления, %n новое</numerusform>
            <numerusform>Уведомления, %n новых</numerusform>
            <numerusform>Уведомления, %n новых</numerusform>
        </translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Уведомления</translation>
    </message>
    <message numerus="yes">
        <source>Not sent yet: %n</source>
        <translation>
            <numerusform>Не отправлено: %n</numerusform>
            <numerusform>Не отправлено: %n</numerusform>
            <numerusform>Не отправлено: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>CarGo did not take it. Open the list to see why.</source>
        <translation>CarGo этого не принял. Причина — в списке.</translation>
    </message>
    <message>
        <source>It is kept on this device and goes as soon as there is a line.</source>
        <translation>Хранится на этом устройстве и уйдёт, как только появится связь.</translation>
    </message>
    <message>
        <source>Open the list</source>
        <translation>Открыть список</translation>
    </message>
    <message>
        <source>Waits for you</source>
        <translation>Ждут вас</translation>
    </message>
    <message>
        <source>Buyers ask</source>
        <translation>Покупатели спрашивают</translation>
    </message>
    <message>
        <source>The turn of others</source>
        <translation>Ход других</translation>
    </message>
</context>
<context>
    <name>ToldPreview</name>
    <message>
        <source>What the user will read</source>
        <translation>Что прочтёт пользователь</translation>
    </message>
    <message>
        <source>What the user will read, in his language</source>
        <translation>Что прочтёт пользователь на своём языке</translation>
    </message>
    <message>
        <source>He is told the rule and that he may appeal.</source>
        <translation>Он увидит правило и узнает, что решение можно обжаловать.</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
</context>
<context>
    <name>TrackingPage</name>
    <message>
        <source>The way of the car</source>
        <translation>Путь машины</translation>
    </message>
    <message>
        <source>The way has not begun</source>
        <translation>Путь ещё не начался</translation>
    </message>
    <message>
        <source>When the driver picks the car up, he records the VIN, the odometer and photos. Each record appears here at once, and you are told.</source>
        <translation>Забирая машину, водитель запишет VIN, пробег и сделает фото. Каждая запись сразу появится здесь, и мы вам сообщим.</translation>
    </message>
    <message>
        <source>It begins when you take the car over: VIN, odometer and photos from all sides. The buyer sees each record at once.</source>
        <translation>Начнётся с приёма машины: VIN, пробег и фото со всех сторон. Каждую запись покупатель видит сразу.</translation>
    </message>
</context>
<context>
    <name>TroubleTexts</name>
    <message>
        <source>Somebody else answers</source>
        <translation>Отвечает кто-то другой</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>Ответ не пришёл вовремя</translation>
    </message>
    <message>
        <source>No connection to CarGo</source>
        <translation>Нет связи с CarGo</translation>
    </message>
    <message>
        <source>Please sign in</source>
        <translation>Войдите, пожалуйста</translation>
    </message>
    <message>
        <source>Not for this account</source>
        <translation>Не для этой учётной записи</translation>
    </message>
    <message>
        <source>No longer here</source>
        <translation>Этого здесь больше нет</translation>
    </message>
    <message>
        <source>It has changed meanwhile</source>
        <translation>За это время всё изменилось</translation>
    </message>
    <message>
        <source>Please check what you filled in</source>
        <translation>Проверьте, что вы заполнили</translation>
    </message>
    <message>
        <source>A little too fast</source>
        <translation>Слишком часто</translation>
    </message>
    <message>
        <source>CarGo takes a short break</source>
        <translation>У CarGo короткий перерыв</translation>
    </message>
    <message>
        <source>Something broke on our side</source>
        <translation>У нас что-то сломалось</translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation>Не получилось</translation>
    </message>
    <message>
        <source>This network answers instead of CarGo. Perhaps it wants you to sign in to its Wi-Fi first.</source>
        <translation>Вместо CarGo отвечает сама сеть. Возможно, сначала нужно войти в её Wi-Fi.</translation>
    </message>
    <message>
        <source>We are working on it. Your money, deals and chats are safe: try again in a few minutes.</source>
        <translation>Мы работаем над этим. Деньги, сделки и переписка в безопасности: попробуйте через несколько минут.</translation>
    </message>
    <message numerus="yes">
        <source>Too many attempts. Try again in %n second(s).</source>
        <translation>
            <numerusform>Слишком много попыток. Повторите через %n секунду.</numerusform>
            <numerusform>Слишком много попыток. Повторите через %n секунды.</numerusform>
            <numerusform>Слишком много попыток. Повторите через %n секунд.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>It takes longer than usual</source>
        <translation>Это дольше обычного</translation>
    </message>
    <message>
        <source>The network is slow. You can wait, or give up and try later: nothing is lost.</source>
        <translation>Сеть медленная. Можно подождать или вернуться позже: ничего не потеряется.</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Не ждать</translation>
    </message>
</context>
<context>
    <name>UserList</name>
    <message>
        <source>the same phone</source>
        <translation>тот же телефон</translation>
    </message>
    <message>
        <source>the same network address</source>
        <translation>тот же сетевой адрес</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>отменено</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>ждёт</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>сейчас в системе</translation>
    </message>
    <message>
        <source>the same bank account</source>
        <translation>тот же банковский счёт</translation>
    </message>
</context>
<context>
    <name>UserOrder</name>
    <message>
        <source>Mute</source>
        <translation>Запретить писать</translation>
    </message>
    <message>
        <source>Ban</source>
        <translation>Заблокировать</translation>
    </message>
    <message>
        <source>Lift the ban</source>
        <translation>Снять блокировку</translation>
    </message>
    <message>
        <source>He cannot write to others until then. Deals go on.</source>
        <translation>До этого срока не сможет писать другим. Сделки продолжаются.</translation>
    </message>
    <message>
        <source>He can sign in again.</source>
        <translation>Снова сможет войти.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Не сейчас</translation>
    </message>
    <message>
        <source>Let him write again</source>
        <translation>Разрешить писать</translation>
    </message>
    <message>
        <source>All his sessions end and he cannot sign in. At the door he reads why and may appeal. Running deals stay with the support.</source>
        <translation>Все сеансы завершатся, войти он не сможет. При входе увидит причину и сможет обжаловать. Текущие сделки ведёт поддержка.</translation>
    </message>
    <message>
        <source>The mute ends now.</source>
        <translation>Запрет писать снимается сейчас.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>The user reads</source>
        <translation>Пользователь прочтёт</translation>
    </message>
    <message>
        <source>Why, for the record</source>
        <translation>Причина, для журнала</translation>
    </message>
    <message>
        <source>Empty: the words of the reason</source>
        <translation>Пусто — уйдёт текст причины</translation>
    </message>
    <message>
        <source>for good</source>
        <translation>навсегда</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>до %1</translation>
    </message>
</context>
<context>
    <name>UserPage</name>
    <message>
        <source>User</source>
        <translation>Пользователь</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Запретить писать</translation>
    </message>
    <message>
        <source>Ban</source>
        <translation>Заблокировать</translation>
    </message>
    <message>
        <source>Lift the ban</source>
        <translation>Снять блокировку</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Аккаунт</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Второй фактор</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Почта</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>не подтверждена</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Here since</source>
        <translation>С нами с</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Потому что</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Может</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Доверие</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Личность</translation>
    </message>
    <message>
        <source>tier %1</source>
        <translation>уровень %1</translation>
    </message>
    <message>
        <source>Deals done</source>
        <translation>Сделок завершено</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Оценка</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Сделки</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Вопросы</translation>
    </message>
    <message>
        <source>Reports about him</source>
        <translation>Жалобы на него</translation>
    </message>
    <message>
        <source>Reports by him</source>
        <translation>Жалобы от него</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Решения</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Сеансы</translation>
    </message>
    <message>
        <source>Shares with other accounts</source>
        <translation>Общее с другими аккаунтами</translation>
    </message>
    <message>
        <source>End his sessions</source>
        <translation>Завершить сеансы</translation>
    </message>
    <message>
        <source>Let him write again</source>
        <translation>Разрешить писать</translation>
    </message>
    <message>
        <source>End all his sessions?</source>
        <translation>Завершить все его сеансы?</translation>
    </message>
    <message>
        <source>He is signed out everywhere and signs in anew with his password. It stands in the audit.</source>
        <translation>Он выйдет на всех устройствах и войдёт снова по паролю. Это попадёт в журнал.</translation>
    </message>
    <message>
        <source>End them</source>
        <translation>Завершить</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Banned until</source>
        <translation>Заблокирован до</translation>
    </message>
    <message>
        <source>for good</source>
        <translation>навсегда</translation>
    </message>
    <message>
        <source>Muted until</source>
        <translation>Не пишет до</translation>
    </message>
    <message>
        <source>Listings on the market</source>
        <translation>Объявлений на рынке</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Переписки</translation>
    </message>
    <message>
        <source>Paid out to him</source>
        <translation>Выплачено ему</translation>
    </message>
    <message>
        <source>His documents</source>
        <translation>Его документы</translation>
    </message>
</context>
<context>
    <name>UsersPage</name>
    <message>
        <source>Users</source>
        <translation>Пользователи</translation>
    </message>
    <message>
        <source>Name or e-mail</source>
        <translation>Имя или почта</translation>
    </message>
    <message>
        <source>Nobody like this</source>
        <translation>Таких людей нет</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Почта</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Личность</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Сделки</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>С нами с</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Активен</translation>
    </message>
    <message>
        <source>Banned</source>
        <translation>Заблокирован</translation>
    </message>
</context>
<context>
    <name>VerifyEmailPage</name>
    <message>
        <source>Confirm the e-mail</source>
        <translation>Подтвердить почту</translation>
    </message>
    <message>
        <source>A new code is on its way.</source>
        <translation>Новый код отправлен.</translation>
    </message>
    <message>
        <source>We sent a code to %1. News of your deals and a forgotten password come to this address.</source>
        <translation>Мы отправили код на %1. На этот адрес приходят новости о сделках и восстановление пароля.</translation>
    </message>
    <message>
        <source>Code from the e-mail</source>
        <translation>Код из письма</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Подтвердить</translation>
    </message>
    <message>
        <source>Send the code again</source>
        <translation>Отправить код ещё раз</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
</context>
<context>
    <name>Viewfinder</name>
    <message>
        <source>Close the camera</source>
        <translation>Закрыть камеру</translation>
    </message>
    <message>
        <source>What the camera sees</source>
        <translation>Что видит камера</translation>
    </message>
    <message>
        <source>The photo</source>
        <translation>Фото</translation>
    </message>
    <message>
        <source>The camera took no photo. Try again.</source>
        <translation>Снимок не получился. Попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>Press when it is in the picture</source>
        <translation>Нажмите, когда всё в кадре</translation>
    </message>
    <message>
        <source>CarGo may not use the camera</source>
        <translation>CarGo нельзя использовать камеру</translation>
    </message>
    <message>
        <source>The camera does not answer</source>
        <translation>Камера не отвечает</translation>
    </message>
    <message>
        <source>Allow it in the settings of this device, among the permissions of CarGo, and come back. Or choose a photo that is there already.</source>
        <translation>Разрешите это в настройках устройства, среди разрешений CarGo, и вернитесь. Или выберите готовое фото.</translation>
    </message>
    <message>
        <source>Perhaps another app uses it, or the settings of this device do not let CarGo use it. Try again, or choose a photo that is there already.</source>
        <translation>Возможно, её занимает другое приложение или настройки устройства не дают её CarGo. Попробуйте ещё раз или выберите готовое фото.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Ещё раз</translation>
    </message>
    <message>
        <source>Choose a photo</source>
        <translation>Выбрать фото</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Свет</translation>
    </message>
    <message>
        <source>Hide the older photo</source>
        <translation>Скрыть прежнее фото</translation>
    </message>
    <message>
        <source>Show the older photo</source>
        <translation>Показать прежнее фото</translation>
    </message>
    <message>
        <source>The other camera</source>
        <translation>Другая камера</translation>
    </message>
    <message>
        <source>Looking at it…</source>
        <translation>Проверяем…</translation>
    </message>
    <message>
        <source>It cannot be read. Take it again.</source>
        <translation>Снимок не читается. Снимите ещё раз.</translation>
    </message>
    <message>
        <source>Sharp and bright enough.</source>
        <translation>Чётко и достаточно светло.</translation>
    </message>
    <message>
        <source>Take it again</source>
        <translation>Снять ещё раз</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Использовать</translation>
    </message>
</context>
<context>
    <name>VinCard</name>
    <message>
        <source>What the VIN says</source>
        <translation>О чём говорит VIN</translation>
    </message>
    <message>
        <source>Read from the number itself. Compare it with the plate on a photo of the driver&apos;s.</source>
        <translation>Прочитано по самому номеру. Сверьте его с табличкой на фото от водителя.</translation>
    </message>
</context>
<context>
    <name>VinWords</name>
    <message>
        <source>Africa</source>
        <translation>Африка</translation>
    </message>
    <message>
        <source>Asia</source>
        <translation>Азия</translation>
    </message>
    <message>
        <source>Europe</source>
        <translation>Европа</translation>
    </message>
    <message>
        <source>North America</source>
        <translation>Северная Америка</translation>
    </message>
    <message>
        <source>Oceania</source>
        <translation>Океания</translation>
    </message>
    <message>
        <source>South America</source>
        <translation>Южная Америка</translation>
    </message>
    <message>
        <source>No VIN here. Cars for Japan&apos;s home market carry a frame number instead: ask for a photo of its plate.</source>
        <translation>VIN не указан. У машин для внутреннего рынка Японии вместо него номер кузова: попросите фото таблички.</translation>
    </message>
    <message>
        <source>The driver gave no VIN. Ask for it before you pay.</source>
        <translation>Водитель не указал VIN. Спросите его до оплаты.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>This is no whole VIN: ask the driver for a photo of the plate.</source>
        <translation>Это не полный VIN: попросите у водителя фото таблички.</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Изготовитель</translation>
    </message>
    <message>
        <source>Made in</source>
        <translation>Собрана в стране</translation>
    </message>
    <message>
        <source>Model year</source>
        <translation>Модельный год</translation>
    </message>
    <message>
        <source>Check digit</source>
        <translation>Контрольная цифра</translation>
    </message>
    <message>
        <source>not used by this maker</source>
        <translation>изготовитель не ставит</translation>
    </message>
    <message>
        <source>right</source>
        <translation>верна</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>не сходится</translation>
    </message>
    <message>
        <source>A digit does not fit the others: it is mistyped, or the plate was changed. Ask the driver.</source>
        <translation>Одна цифра не сходится с остальными: опечатка или перебитая табличка. Спросите водителя.</translation>
    </message>
    <message>
        <source>The VIN speaks of %1, the driver of %2. Ask him why.</source>
        <translation>По VIN это %1 год, по объявлению — %2. Спросите водителя почему.</translation>
    </message>
</context>
<context>
    <name>WayCard</name>
    <message>
        <source>The way of the car</source>
        <translation>Путь машины</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>The bank has the money, not the driver</source>
        <translation>Деньги у банка, не у водителя</translation>
    </message>
    <message>
        <source>You pay into a deal at a licensed payment provider. The driver gets it when you have seen the car and said yes. CarGo never holds it.</source>
        <translation>Вы платите лицензированному платёжному провайдеру. Водитель получит деньги, когда вы осмотрите машину и скажете «да». CarGo их не держит.</translation>
    </message>
    <message>
        <source>You see who brings the car</source>
        <translation>Видно, кто везёт</translation>
    </message>
    <message>
        <source>A driver shows his documents before he offers a car, and only buyers of finished deals write reviews.</source>
        <translation>Водитель показывает документы до первого объявления, а отзывы пишут только покупатели завершённых сделок.</translation>
    </message>
    <message>
        <source>Customs clearance is yours</source>
        <translation>Растаможка — за вами</translation>
    </message>
    <message>
        <source>Duty and recycling fee are not in the price. Each listing says so before you pay anything.</source>
        <translation>Пошлина и утильсбор не входят в цену. Об этом сказано в каждом объявлении до оплаты.</translation>
    </message>
    <message>
        <source>Welcome to CarGo</source>
        <translation>Добро пожаловать в CarGo</translation>
    </message>
    <message>
        <source>A car from another country, without fear for the money</source>
        <translation>Машина из-за границы без страха за деньги</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Оформление</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлое</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмное</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Система</translation>
    </message>
    <message>
        <source>Cars are recommended by what you look at and keep here. The switch for it stands beside them.</source>
        <translation>Машины рекомендуем по тому, что вы здесь смотрите и сохраняете. Выключатель — рядом с ними.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Пропустить</translation>
    </message>
    <message>
        <source>I have an account</source>
        <translation>У меня есть аккаунт</translation>
    </message>
    <message>
        <source>Look at cars</source>
        <translation>Смотреть машины</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>in the brand</source>
        <translation>в марке</translation>
    </message>
    <message>
        <source>in the model</source>
        <translation>в модели</translation>
    </message>
    <message>
        <source>in the year</source>
        <translation>в годе выпуска</translation>
    </message>
    <message>
        <source>in the description</source>
        <translation>в описании</translation>
    </message>
    <message>
        <source>in the features</source>
        <translation>в характеристиках</translation>
    </message>
    <message>
        <source>another form of the word</source>
        <translation>слово в другой форме</translation>
    </message>
    <message>
        <source>means the same as “%1”</source>
        <translation>то же, что «%1»</translation>
    </message>
    <message>
        <source>begins “%1”</source>
        <translation>начало слова «%1»</translation>
    </message>
    <message>
        <source>perhaps “%1” was meant</source>
        <translation>возможно, имелось в виду «%1»</translation>
    </message>
    <message>
        <source>fits the wish: “%1”</source>
        <translation>подходит к пожеланию: «%1»</translation>
    </message>
    <message>
        <source>“%1” in other letters</source>
        <translation>«%1» другими буквами</translation>
    </message>
    <message>
        <source>How new the listing is</source>
        <translation>Свежесть объявления</translation>
    </message>
    <message>
        <source>Driver&apos;s rating</source>
        <translation>Рейтинг перегонщика</translation>
    </message>
    <message>
        <source>Deals brought to their end</source>
        <translation>Сделки, доведённые до конца</translation>
    </message>
    <message>
        <source>Term of delivery</source>
        <translation>Срок доставки</translation>
    </message>
    <message>
        <source>published today</source>
        <translation>опубликовано сегодня</translation>
    </message>
    <message numerus="yes">
        <source>published %n day(s) ago</source>
        <translation>
            <numerusform>опубликовано %n день назад</numerusform>
            <numerusform>опубликовано %n дня назад</numerusform>
            <numerusform>опубликовано %n дней назад</numerusform>
        </translation>
    </message>
    <message>
        <source>no reviews yet</source>
        <translation>отзывов пока нет</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>term</comment>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>Published today</source>
        <translation>Опубликовать сегодня</translation>
    </message>
    <message>
        <source>Driver&apos;s rating %1</source>
        <translation>Рейтинг перегонщика %1</translation>
    </message>
    <message>
        <source>%1 of deals brought to their end</source>
        <translation>%1 сделок доведено до конца</translation>
    </message>
    <message numerus="yes">
        <source>Delivery in %n day(s)</source>
        <translation>
            <numerusform>Доставка за %n день</numerusform>
            <numerusform>Доставка за %n дня</numerusform>
            <numerusform>Доставка за %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>a word</comment>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>from what is said of the car</source>
        <translation>из того, что сказано о машине</translation>
    </message>
    <message>
        <source>cars of %1</source>
        <comment>a brand; what one looked at</comment>
        <translation>машины %1</translation>
    </message>
    <message>
        <source>cars with this body</source>
        <comment>what one looked at</comment>
        <translation>машины с таким кузовом</translation>
    </message>
    <message>
        <source>cars of about this price</source>
        <comment>what one looked at</comment>
        <translation>машины примерно за эту цену</translation>
    </message>
    <message>
        <source>you asked about %1</source>
        <translation>вы писали про %1</translation>
    </message>
    <message>
        <source>you kept %1</source>
        <translation>вы сохранили %1</translation>
    </message>
    <message>
        <source>you looked at %1</source>
        <translation>вы смотрели %1</translation>
    </message>
</context>
<context>
    <name>WhySheet</name>
    <message>
        <source>Why it is here</source>
        <translation>Почему здесь</translation>
    </message>
    <message>
        <source>The list has changed meanwhile</source>
        <translation>Список тем временем изменился</translation>
    </message>
    <message>
        <source>Search once more, and the reasons are told.</source>
        <translation>Повторите поиск, и причины будут видны.</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n балл</numerusform>
            <numerusform>%n балла</numerusform>
            <numerusform>%n баллов</numerusform>
        </translation>
    </message>
    <message>
        <source>What would lift it</source>
        <translation>Что подняло бы выше</translation>
    </message>
    <message>
        <source>%1, and it would pass the one above</source>
        <translation>%1 — и обойдёт машину выше</translation>
    </message>
    <message>
        <source>How the order is made</source>
        <translation>Как устроен порядок</translation>
    </message>
    <message>
        <source>Choose by what I do</source>
        <translation>Подбирать по моим действиям</translation>
    </message>
    <message>
        <source>Off: everybody sees the same order.</source>
        <translation>Выключите — и порядок будет как у всех.</translation>
    </message>
    <message>
        <source>Off from the next search on</source>
        <translation>Выключено, подействует со следующего поиска</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 ч</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 дн</translation>
    </message>
    <message>
        <source>Fraud</source>
        <translation>Мошенничество</translation>
    </message>
    <message>
        <source>Not as described</source>
        <translation>Не как в описании</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Контакты</translation>
    </message>
    <message>
        <source>The same twice</source>
        <translation>То же дважды</translation>
    </message>
    <message>
        <source>Has another account</source>
        <translation>Есть другой аккаунт</translation>
    </message>
    <message>
        <source>Must not be sold</source>
        <translation>Нельзя продавать</translation>
    </message>
    <message>
        <source>Rude or threatening</source>
        <translation>Грубит или угрожает</translation>
    </message>
    <message>
        <source>Somebody else&apos;s name</source>
        <translation>Выдаёт себя за другого</translation>
    </message>
    <message>
        <source>Under age</source>
        <translation>Нет 18 лет</translation>
    </message>
    <message>
        <source>Forged document</source>
        <translation>Поддельный документ</translation>
    </message>
    <message>
        <source>Face and document differ</source>
        <translation>Лицо и документ не совпадают</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Другое</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Повреждена</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Документы</translation>
    </message>
    <message>
        <source>The price was changed</source>
        <translation>Изменили цену</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>Не отвечает</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Отозван</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Решено</translation>
    </message>
    <message>
        <source>Damage is confirmed</source>
        <translation>Повреждение подтверждено</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Не доставлена</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Опоздание</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>Покупатель</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Водитель</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Сотрудник</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Активен</translation>
    </message>
    <message>
        <source>Banned</source>
        <translation>Заблокирован</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Закрыто</translation>
    </message>
    <message>
        <source>Back to the buyer</source>
        <translation>Вернуть покупателю</translation>
    </message>
    <message>
        <source>To the driver</source>
        <translation>Водителю</translation>
    </message>
    <message>
        <source>Divided</source>
        <translation>Разделено</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыто</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Одобрено</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Отклонено</translation>
    </message>
    <message>
        <source>Waits for us</source>
        <translation>Ждёт нас</translation>
    </message>
    <message>
        <source>To be shown again</source>
        <translation>Нужно показать снова</translation>
    </message>
    <message>
        <source>Being filled in</source>
        <translation>Заполняется</translation>
    </message>
    <message>
        <source>Waits for the payment</source>
        <translation>Ждёт оплаты</translation>
    </message>
    <message>
        <source>Paid, waits for the pick-up</source>
        <translation>Оплачена, ждёт отправки</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>В пути</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Передана</translation>
    </message>
    <message>
        <source>Paid to the driver</source>
        <translation>Выплачено водителю</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменена</translation>
    </message>
    <message>
        <source>In dispute</source>
        <translation>В споре</translation>
    </message>
    <message>
        <source>Passport, photo page</source>
        <translation>Паспорт, фото</translation>
    </message>
    <message>
        <source>Passport, address page</source>
        <translation>Паспорт, адрес</translation>
    </message>
    <message>
        <source>Licence, front</source>
        <translation>Права, лицо</translation>
    </message>
    <message>
        <source>Licence, back</source>
        <translation>Права, оборот</translation>
    </message>
    <message>
        <source>Face with passport</source>
        <translation>Лицо с паспортом</translation>
    </message>
    <message>
        <source>Not sharp</source>
        <translation>Нерезко</translation>
    </message>
    <message>
        <source>Glare</source>
        <translation>Блик</translation>
    </message>
    <message>
        <source>An edge is cut off</source>
        <translation>Обрезан край</translation>
    </message>
    <message>
        <source>Has run out</source>
        <translation>Истёк срок</translation>
    </message>
    <message>
        <source>Another document</source>
        <translation>Другой документ</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Не читается</translation>
    </message>
    <message>
        <source>Another person</source>
        <translation>Другой человек</translation>
    </message>
    <message>
        <source>Decided for the buyer</source>
        <translation>Решено в пользу покупателя</translation>
    </message>
    <message>
        <source>Decided for the driver</source>
        <translation>Решено в пользу водителя</translation>
    </message>
    <message>
        <source>Decided, divided</source>
        <translation>Решено, разделено</translation>
    </message>
    <message>
        <source>A listing</source>
        <translation>Объявление</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Личность</translation>
    </message>
    <message>
        <source>A ban</source>
        <translation>Блокировка</translation>
    </message>
    <message>
        <source>A mute</source>
        <translation>Запрет писать</translation>
    </message>
    <message>
        <source>A chat</source>
        <translation>Переписка</translation>
    </message>
    <message>
        <source>Passes on contacts</source>
        <translation>Передаёт контакты</translation>
    </message>
    <message>
        <source>A dispute</source>
        <translation>Спор</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Почта</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Ссылка</translation>
    </message>
    <message>
        <source>A name elsewhere</source>
        <translation>Имя в другой сети</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>Другой адрес</translation>
    </message>
    <message>
        <source>No violation</source>
        <translation>Нарушения нет</translation>
    </message>
    <message>
        <source>Warned</source>
        <translation>Предупреждён</translation>
    </message>
    <message>
        <source>Taken down</source>
        <translation>Снято</translation>
    </message>
    <message>
        <source>Account restricted</source>
        <translation>Аккаунт ограничен</translation>
    </message>
    <message>
        <source>A person</source>
        <translation>Человек</translation>
    </message>
    <message>
        <source>A message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Отказано</translation>
    </message>
    <message>
        <source>Nothing stands in the way</source>
        <translation>Ничто не мешает</translation>
    </message>
    <message>
        <source>A deal is running</source>
        <translation>Идёт сделка</translation>
    </message>
    <message>
        <source>A dispute is open</source>
        <translation>Открыт спор</translation>
    </message>
    <message>
        <source>Money is on its way</source>
        <translation>Деньги в пути</translation>
    </message>
    <message>
        <source>Let through</source>
        <translation>Пропущено</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>Возвращено</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Заблокировано</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Марка</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Mileage, km</source>
        <translation>Пробег, км</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>Days to deliver</source>
        <translation>Дней на доставку</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Фото</translation>
    </message>
    <message>
        <source>Said to be no contact</source>
        <translation>Говорят, что это не контакт</translation>
    </message>
    <message>
        <source>One of the first cars</source>
        <translation>Одна из первых машин</translation>
    </message>
    <message>
        <source>Far below the market</source>
        <translation>Намного дешевле рынка</translation>
    </message>
    <message>
        <source>Words that are not allowed</source>
        <translation>Запрещённые слова</translation>
    </message>
    <message>
        <source>Photos of other listings</source>
        <translation>Фото из чужих объявлений</translation>
    </message>
    <message>
        <source>Contacts in photos</source>
        <translation>Контакты на фото</translation>
    </message>
</context>
<context>
    <name>Writer</name>
    <message>
        <source>We will hide in the message: %1</source>
        <translation>Скроем в сообщении: %1</translation>
    </message>
    <message>
        <source>It protects your money: the bank returns it only for what was agreed here.</source>
        <translation>Это защищает ваши деньги: банк вернёт их только за то, о чём договорились здесь.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>Добавить фото</translation>
    </message>
    <message>
        <source>This talk is closed: messages no longer go here.</source>
        <translation>Чат закрыт: сообщения здесь больше не ходят.</translation>
    </message>
    <message>
        <source>You have blocked %1: no messages go here.</source>
        <translation>%1 в вашем чёрном списке: сообщения здесь не ходят.</translation>
    </message>
    <message>
        <source>You have blocked %1, but while your deal runs you can write to each other.</source>
        <translation>%1 в вашем чёрном списке, но пока идёт сделка, вы можете писать друг другу.</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Разблокировать</translation>
    </message>
    <message>
        <source>Writing is paused because contacts were sent several times. Reading works, nothing is lost.</source>
        <translation>Переписка приостановлена: несколько раз отправлены контакты. Читать можно, ничего не потеряно.</translation>
    </message>
    <message>
        <source>You can write again in</source>
        <translation>Писать можно через</translation>
    </message>
    <message>
        <source>The decision, and how to appeal</source>
        <translation>Решение и как его обжаловать</translation>
    </message>
    <message>
        <source>Why contacts are hidden</source>
        <translation>Почему контакты скрыты</translation>
    </message>
    <message>
        <source>You change a message</source>
        <translation>Вы меняете сообщение</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>Оставить как было</translation>
    </message>
    <message>
        <source>Answer to %1</source>
        <translation>Ответ: %1</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответить</translation>
    </message>
    <message>
        <source>Answer nothing</source>
        <translation>Не отвечать на него</translation>
    </message>
    <message>
        <source>Message that is changed</source>
        <translation>Изменяемое сообщение</translation>
    </message>
    <message>
        <source>Save the change</source>
        <translation>Сохранить изменение</translation>
    </message>
</context>
<context>
    <name>cargo::chat::ChatSearchViewModel</name>
    <message>
        <source>You</source>
        <translation>Вы</translation>
    </message>
</context>
<context>
    <name>cargo::chat::ChatViewModel</name>
    <message>
        <source>Thank you. A person looks at it; if we were wrong, the words are shown.</source>
        <translation>Спасибо. Посмотрит человек; если мы ошиблись, текст откроется.</translation>
    </message>
    <message numerus="yes">
        <source>It is too late to change this message: that works for %n minute(s).</source>
        <translation>
            <numerusform>Изменить это сообщение уже нельзя: на это есть %n минута.</numerusform>
            <numerusform>Изменить это сообщение уже нельзя: на это есть %n минуты.</numerusform>
            <numerusform>Изменить это сообщение уже нельзя: на это есть %n минут.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cargo::chat::ChatWriter</name>
    <message numerus="yes">
        <source>At most %n photo(s) in one message.</source>
        <translation>
            <numerusform>Не больше %n фото в одном сообщении.</numerusform>
            <numerusform>Не больше %n фото в одном сообщении.</numerusform>
            <numerusform>Не больше %n фото в одном сообщении.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is no picture.</source>
        <translation>%1 — не изображение.</translation>
    </message>
    <message>
        <source>There is no room on this device.</source>
        <translation>На устройстве нет места.</translation>
    </message>
</context>
<context>
    <name>cargo::chat::QuickRepliesViewModel</name>
    <message>
        <source>Yes, the car is for sale.</source>
        <translation>Да, машина в продаже.</translation>
    </message>
    <message>
        <source>I will send more photos today.</source>
        <translation>Сегодня пришлю ещё фото.</translation>
    </message>
    <message>
        <source>The price already holds the delivery.</source>
        <translation>Доставка уже в цене.</translation>
    </message>
    <message>
        <source>Which city should the car come to?</source>
        <translation>В какой город везти машину?</translation>
    </message>
    <message>
        <source>Is the car still for sale?</source>
        <translation>Машина ещё продаётся?</translation>
    </message>
    <message>
        <source>Could you send more photos?</source>
        <translation>Пришлёте ещё фото?</translation>
    </message>
    <message>
        <source>Are there any flaws that the photos do not show?</source>
        <translation>Есть недостатки, которых не видно на фото?</translation>
    </message>
    <message>
        <source>How long does the way to my city take?</source>
        <translation>Сколько ехать до моего города?</translation>
    </message>
    <message>
        <source>I pick up the car as agreed.</source>
        <translation>Забираю машину, как договорились.</translation>
    </message>
    <message>
        <source>When do you pick up the car?</source>
        <translation>Когда забираете машину?</translation>
    </message>
    <message>
        <source>I will send photos at the pick-up.</source>
        <translation>Пришлю фото, когда буду забирать.</translation>
    </message>
    <message>
        <source>Please send photos at the pick-up.</source>
        <translation>Пришлите фото, когда будете забирать.</translation>
    </message>
    <message>
        <source>All is well, I am on the way.</source>
        <translation>Всё хорошо, я в пути.</translation>
    </message>
    <message>
        <source>Where are you now?</source>
        <translation>Где вы сейчас?</translation>
    </message>
    <message>
        <source>I am late, I add a checkpoint.</source>
        <translation>Задерживаюсь, добавлю отметку в пути.</translation>
    </message>
    <message>
        <source>When will the car be here?</source>
        <translation>Когда машина будет здесь?</translation>
    </message>
    <message>
        <source>I am at the border.</source>
        <translation>Я на границе.</translation>
    </message>
    <message>
        <source>Is everything all right with the car?</source>
        <translation>С машиной всё в порядке?</translation>
    </message>
    <message>
        <source>I am here. Where do we meet?</source>
        <translation>Я на месте. Где встретимся?</translation>
    </message>
    <message>
        <source>I am on my way to you.</source>
        <translation>Я еду к вам.</translation>
    </message>
    <message>
        <source>Have your code and papers with you.</source>
        <translation>Возьмите код и документы.</translation>
    </message>
    <message>
        <source>I would like to look at the car by daylight.</source>
        <translation>Хочу посмотреть машину при дневном свете.</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>Спасибо!</translation>
    </message>
</context>
<context>
    <name>cargo::client::Format</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 ч %2 мин</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 мин %2 с</translation>
    </message>
    <message>
        <source>today</source>
        <translation>сегодня</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>вчера</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>завтра</translation>
    </message>
    <message>
        <source>Updated just now</source>
        <translation>Обновлено только что</translation>
    </message>
    <message numerus="yes">
        <source>Updated %n minute(s) ago</source>
        <translation>
            <numerusform>Обновлено %n минуту назад</numerusform>
            <numerusform>Обновлено %n минуты назад</numerusform>
            <numerusform>Обновлено %n минут назад</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Updated %n hour(s) ago</source>
        <translation>
            <numerusform>Обновлено %n час назад</numerusform>
            <numerusform>Обновлено %n часа назад</numerusform>
            <numerusform>Обновлено %n часов назад</numerusform>
        </translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>Обновлено: %1</translation>
    </message>
</context>
<context>
    <name>cargo::client::OutboxModel</name>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Remove from favourites</source>
        <translation>Убрать из избранного</translation>
    </message>
    <message>
        <source>Add to favourites</source>
        <translation>Добавить в избранное</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Отзыв</translation>
    </message>
    <message>
        <source>Report of a problem</source>
        <translation>Сообщение о проблеме</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Доказательства</translation>
    </message>
    <message>
        <source>Saved search</source>
        <translation>Сохранённый поиск</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Действие</translation>
    </message>
    <message>
        <source>is being sent</source>
        <translation>отправляется</translation>
    </message>
    <message>
        <source>waits its turn</source>
        <translation>ждёт своей очереди</translation>
    </message>
    <message>
        <source>waits for a connection</source>
        <translation>ждёт связи</translation>
    </message>
    <message>
        <source>in the queue</source>
        <translation>в очереди</translation>
    </message>
    <message>
        <source>on the server</source>
        <translation>на сервере</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>не принято</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Pick-up of the car</source>
        <translation>Приём машины</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Отметка</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>Прибытие</translation>
    </message>
    <message>
        <source>The buyer was not there</source>
        <translation>Покупателя не было на месте</translation>
    </message>
    <message>
        <source>Proposal of other terms</source>
        <translation>Предложение других условий</translation>
    </message>
    <message>
        <source>Safety stop</source>
        <translation>Остановка ради безопасности</translation>
    </message>
    <message>
        <source>waits for Wi-Fi</source>
        <translation>ждёт Wi-Fi</translation>
    </message>
    <message>
        <source>Inspection at the handover</source>
        <translation>Осмотр при передаче</translation>
    </message>
    <message>
        <source>Picks for me</source>
        <translation>Рекомендации для меня</translation>
    </message>
</context>
<context>
    <name>cargo::client::PhotoUploads</name>
    <message>
        <source>This is no picture.</source>
        <translation>Это не изображение.</translation>
    </message>
    <message>
        <source>There is no room on this device.</source>
        <translation>На устройстве нет места.</translation>
    </message>
</context>
<context>
    <name>cargo::client::ViewModel</name>
    <message>
        <source>The file could not be written: there is no room, or no right to write.</source>
        <translation>Файл не записался: нет места или нет права на запись.</translation>
    </message>
</context>
<context>
    <name>cargo::deals::CheckoutViewModel</name>
    <message>
        <source>nothing is taken</source>
        <translation>ничего не списано</translation>
    </message>
    <message>
        <source>everything back to you</source>
        <translation>всё вернётся вам</translation>
    </message>
    <message>
        <source>the driver is paid</source>
        <translation>платят водителю</translation>
    </message>
    <message>
        <source>divided by decision</source>
        <translation>делят по решению</translation>
    </message>
    <message>
        <source>waits for the decision</source>
        <translation>ждут решения</translation>
    </message>
    <message>
        <source>You or the driver cancel</source>
        <translation>Отменяете вы или водитель</translation>
    </message>
    <message>
        <source>You cancel</source>
        <translation>Вы отменяете</translation>
    </message>
    <message>
        <source>The driver cancels</source>
        <translation>Водитель отменяет</translation>
    </message>
    <message>
        <source>The time to pay is over</source>
        <translation>Время на оплату вышло</translation>
    </message>
    <message>
        <source>The driver does not pick the car up in time</source>
        <translation>Водитель не забрал машину вовремя</translation>
    </message>
    <message>
        <source>You or the driver report a problem</source>
        <translation>Вы или водитель сообщаете о проблеме</translation>
    </message>
    <message>
        <source>A problem is reported</source>
        <translation>Сообщение о проблеме</translation>
    </message>
    <message>
        <source>You let the money go</source>
        <translation>Вы отпускаете деньги</translation>
    </message>
    <message>
        <source>The time for checking is over</source>
        <translation>Время на проверку вышло</translation>
    </message>
    <message>
        <source>Before the payment</source>
        <translation>До оплаты</translation>
    </message>
    <message>
        <source>Paid, the car not yet picked up</source>
        <translation>Оплачено, машину ещё не забрали</translation>
    </message>
    <message>
        <source>The car is on its way or has arrived</source>
        <translation>Машина в пути или приехала</translation>
    </message>
    <message>
        <source>After your “yes”</source>
        <translation>После вашего «да»</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>delivery</comment>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Срок</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>edited by the driver</source>
        <translation>изменил водитель</translation>
    </message>
</context>
<context>
    <name>cargo::deals::DealViewModel</name>
    <message>
        <source>We are checking the payment</source>
        <translation>Проверяем оплату</translation>
    </message>
    <message>
        <source>This page changes by itself as soon as the bank answers.</source>
        <translation>Страница обновится сама, как только банк ответит.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>delivery</comment>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>You pay</source>
        <translation>Вы платите</translation>
    </message>
    <message>
        <source>CarGo&apos;s fee, out of it</source>
        <translation>Из них комиссия CarGo</translation>
    </message>
    <message>
        <source>The driver receives</source>
        <translation>Водитель получит</translation>
    </message>
    <message>
        <source>Back to you</source>
        <translation>Вернётся вам</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Куда</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Срок</translation>
    </message>
    <message>
        <source>VIN at pick-up</source>
        <translation>VIN при получении</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Вы</translation>
    </message>
    <message>
        <source>The driver</source>
        <translation>Водитель</translation>
    </message>
    <message>
        <source>reserved on the card</source>
        <translation>зарезервировано на карте</translation>
    </message>
    <message>
        <source>taken and kept for the deal</source>
        <translation>принято и хранится для сделки</translation>
    </message>
    <message>
        <source>let go, nothing was taken</source>
        <translation>отпущено, ничего не списано</translation>
    </message>
    <message>
        <source>declined by the bank</source>
        <translation>банк отклонил</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>возвращено</translation>
    </message>
    <message>
        <source>The money goes back to you in full</source>
        <translation>Деньги полностью возвращаются вам</translation>
    </message>
    <message>
        <source>The driver is paid in full</source>
        <translation>Водителю платят полностью</translation>
    </message>
    <message>
        <source>%1 go back to you, the driver gets the rest</source>
        <translation>%1 вернутся вам, остальное получит водитель</translation>
    </message>
    <message>
        <source>There is no room on this device.</source>
        <translation>На устройстве нет места.</translation>
    </message>
    <message>
        <source>The buyer</source>
        <translation>Покупатель</translation>
    </message>
    <message>
        <source>The buyer pays</source>
        <translation>Покупатель платит</translation>
    </message>
    <message>
        <source>You receive</source>
        <translation>Вы получаете</translation>
    </message>
    <message>
        <source>Back to the buyer</source>
        <translation>Возврат покупателю</translation>
    </message>
</context>
<context>
    <name>cargo::deals::PapersViewModel</name>
    <message>
        <source>Contract</source>
        <translation>Договор</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Инвойс</translation>
    </message>
    <message>
        <source>Papers of the car</source>
        <translation>Документы на машину</translation>
    </message>
    <message>
        <source>Customs</source>
        <translation>Таможня</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Перевозка</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>Страховка</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Другое</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>ваш</translation>
    </message>
    <message>
        <source>from the other side</source>
        <translation>от второй стороны</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Файл не читается.</translation>
    </message>
    <message>
        <source>The file is larger than 20 MB.</source>
        <translation>Файл больше 20 МБ.</translation>
    </message>
    <message>
        <source>A PDF or a photo is needed.</source>
        <translation>Нужен PDF или фото.</translation>
    </message>
</context>
<context>
    <name>cargo::driver::EarningsViewModel</name>
    <message>
        <source>Paid</source>
        <translation>Выплачено</translation>
    </message>
    <message>
        <source>At the bank</source>
        <translation>В банке</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>В пути</translation>
    </message>
</context>
<context>
    <name>cargo::driver::ImportViewModel</name>
    <message>
        <source>The file cannot be read.</source>
        <translation>Файл не читается.</translation>
    </message>
    <message>
        <source>The file is too large. Split it: at most 500 cars at once.</source>
        <translation>Файл слишком большой. Разделите его: не больше 500 машин за раз.</translation>
    </message>
    <message>
        <source>The file is not in UTF-8. Save it as “CSV UTF-8”.</source>
        <translation>Файл не в кодировке UTF-8. Сохраните его как «CSV UTF-8».</translation>
    </message>
    <message>
        <source>A column is missing: %1.</source>
        <translation>Нет столбца: %1.</translation>
    </message>
    <message>
        <source>Too many rows. Split the file: at most 500 cars at once.</source>
        <translation>Слишком много строк. Разделите файл: не больше 500 машин за раз.</translation>
    </message>
    <message>
        <source>This is no table with a line of column names on top.</source>
        <translation>Это не таблица с названиями столбцов в первой строке.</translation>
    </message>
    <message>
        <source>Added as a draft</source>
        <translation>Добавлена как черновик</translation>
    </message>
    <message>
        <source>There already</source>
        <translation>Уже есть</translation>
    </message>
    <message>
        <source>The line is broken: %1</source>
        <translation>Строка повреждена: %1</translation>
    </message>
</context>
<context>
    <name>cargo::driver::ListingFormViewModel</name>
    <message>
        <source>A VIN has 17 characters; some are missing.</source>
        <translation>В VIN 17 знаков, здесь меньше.</translation>
    </message>
    <message>
        <source>A VIN has 17 characters; there are more.</source>
        <translation>В VIN 17 знаков, здесь больше.</translation>
    </message>
    <message>
        <source>The check digit does not fit: a character is wrong.</source>
        <translation>Контрольный знак не сходится: где-то ошибка.</translation>
    </message>
    <message>
        <source>A VIN has no I, O or Q, and digits at its end. Look at the plate once more.</source>
        <translation>В VIN нет букв I, O и Q, а в конце стоят цифры. Посмотрите на табличку ещё раз.</translation>
    </message>
    <message>
        <source>%1 %, at least %2</source>
        <translation>%1 %, но не меньше %2</translation>
    </message>
</context>
<context>
    <name>cargo::driver::OnboardingViewModel</name>
    <message>
        <source>Confirm the e-mail</source>
        <translation>Подтвердить почту</translation>
    </message>
    <message>
        <source>Codes and receipts go there.</source>
        <translation>Туда приходят коды и чеки.</translation>
    </message>
    <message>
        <source>Take some pictures again</source>
        <translation>Переснять документы</translation>
    </message>
    <message>
        <source>Show your papers</source>
        <translation>Показать документы</translation>
    </message>
    <message>
        <source>We are looking at them, usually within a working day.</source>
        <translation>Мы смотрим их, обычно в течение рабочего дня.</translation>
    </message>
    <message>
        <source>Passport, licence and you with them: five minutes.</source>
        <translation>Паспорт, права и вы с ними: пять минут.</translation>
    </message>
    <message>
        <source>Offer the first car</source>
        <translation>Предложить первую машину</translation>
    </message>
    <message>
        <source>You can write it before your papers are checked.</source>
        <translation>Объявление можно написать до проверки документов.</translation>
    </message>
    <message>
        <source>Say where you are paid</source>
        <translation>Указать, куда платить</translation>
    </message>
    <message>
        <source>An account at a bank, in your own name.</source>
        <translation>Счёт в банке на ваше имя.</translation>
    </message>
    <message>
        <source>Sign the new version of the agreement</source>
        <translation>Подпишите новую версию оферты</translation>
    </message>
    <message>
        <source>Sign the agreement</source>
        <translation>Подпишите оферту</translation>
    </message>
    <message>
        <source>Without it your cars cannot be ordered after a while.</source>
        <translation>Без неё ваши машины скоро нельзя будет заказать.</translation>
    </message>
    <message>
        <source>What CarGo does, and what you answer for.</source>
        <translation>Что делает CarGo и за что отвечаете вы.</translation>
    </message>
</context>
<context>
    <name>cargo::driver::PayoutDetailsViewModel</name>
    <message>
        <source>Nine digits, as the bank gave them to you</source>
        <translation>Девять цифр, как их дал банк</translation>
    </message>
    <message>
        <source>This account does not fit the bank: look at the digits again</source>
        <translation>Этот счёт не подходит к банку: сверьте цифры</translation>
    </message>
    <message>
        <source>Whose account it is</source>
        <translation>Чей это счёт</translation>
    </message>
    <message>
        <source>Your CarGo password</source>
        <translation>Ваш пароль CarGo</translation>
    </message>
    <message>
        <source>This is not your password</source>
        <translation>Это не ваш пароль</translation>
    </message>
</context>
<context>
    <name>cargo::driver::RatingViewModel</name>
    <message numerus="yes">
        <source>%n car(s) in time</source>
        <translation>
            <numerusform>%n машина вовремя</numerusform>
            <numerusform>%n машины вовремя</numerusform>
            <numerusform>%n машин вовремя</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep it so: buyers choose by it first.</source>
        <translation>Так держать: по этому выбирают в первую очередь.</translation>
    </message>
    <message>
        <source>No disputes</source>
        <translation>Без споров</translation>
    </message>
    <message>
        <source>Buyers had nothing to complain of.</source>
        <translation>Покупателям было не на что жаловаться.</translation>
    </message>
    <message>
        <source>No amendments</source>
        <translation>Без изменений условий</translation>
    </message>
    <message>
        <source>What was agreed is what happened.</source>
        <translation>Как договорились, так и вышло.</translation>
    </message>
    <message numerus="yes">
        <source>%n car(s) late</source>
        <translation>
            <numerusform>%n машина с опозданием</numerusform>
            <numerusform>%n машины с опозданием</numerusform>
            <numerusform>%n машин с опозданием</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) over the term in all. Agree to a term that has room.</source>
        <translation>
            <numerusform>Всего %n день сверх срока. Берите срок с запасом.</numerusform>
            <numerusform>Всего %n дня сверх срока. Берите срок с запасом.</numerusform>
            <numerusform>Всего %n дней сверх срока. Берите срок с запасом.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dispute(s) decided for the buyer</source>
        <translation>
            <numerusform>%n спор в пользу покупателя</numerusform>
            <numerusform>%n спора в пользу покупателя</numerusform>
            <numerusform>%n споров в пользу покупателя</numerusform>
        </translation>
    </message>
    <message>
        <source>Photos of every side at the pick-up decide most of them.</source>
        <translation>Большинство решают фото всех сторон при приёме.</translation>
    </message>
    <message numerus="yes">
        <source>%n paid deal(s) cancelled</source>
        <translation>
            <numerusform>%n оплаченная сделка отменена</numerusform>
            <numerusform>%n оплаченные сделки отменены</numerusform>
            <numerusform>%n оплаченных сделок отменено</numerusform>
        </translation>
    </message>
    <message>
        <source>Pause a car that you cannot bring.</source>
        <translation>Снимайте с показа машину, которую не сможете привезти.</translation>
    </message>
    <message numerus="yes">
        <source>%n amendment(s)</source>
        <translation>
            <numerusform>%n изменение условий</numerusform>
            <numerusform>%n изменения условий</numerusform>
            <numerusform>%n изменений условий</numerusform>
        </translation>
    </message>
    <message>
        <source>They stand beside your stars.</source>
        <translation>Их видно рядом с вашими звёздами.</translation>
    </message>
    <message>
        <source>Appeal against a review</source>
        <translation>Обжалование отзыва</translation>
    </message>
    <message>
        <source>There is no room on this device.</source>
        <translation>На устройстве нет места.</translation>
    </message>
</context>
<context>
    <name>cargo::driver::RunViewModel</name>
    <message>
        <source>There is no line. The car counts as handed over only when CarGo has said so.</source>
        <translation>Нет связи. Машина считается переданной, только когда это скажет CarGo.</translation>
    </message>
    <message>
        <source>Too many wrong codes. Scan the buyer&apos;s QR code, or wait.</source>
        <translation>Слишком много неверных кодов. Отсканируйте QR-код покупателя или подождите.</translation>
    </message>
    <message>
        <source>This code belongs to another deal.</source>
        <translation>Это код другой сделки.</translation>
    </message>
</context>
<context>
    <name>cargo::driver::TodayViewModel</name>
    <message>
        <source>%1 waits for an answer: %2</source>
        <translation>%1 ждёт ответа: %2</translation>
    </message>
</context>
<context>
    <name>cargo::listings::CompareViewModel</name>
    <message>
        <source>%1 km</source>
        <translation>%1 км</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>delivery</comment>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 l</source>
        <translation>%1 л</translation>
    </message>
    <message>
        <source>%1 hp</source>
        <translation>%1 л. с.</translation>
    </message>
</context>
<context>
    <name>cargo::listings::ListingViewModel</name>
    <message>
        <source>Year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>Mileage</source>
        <translation>Пробег</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 км</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Двигатель</translation>
    </message>
    <message>
        <source>%1 cm³</source>
        <translation>%1 см³</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Мощность</translation>
    </message>
    <message>
        <source>%1 hp</source>
        <translation>%1 л. с.</translation>
    </message>
    <message>
        <source>Fuel</source>
        <translation>Топливо</translation>
    </message>
    <message>
        <source>Gearbox</source>
        <translation>Коробка</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Привод</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Кузов</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>Sold on %1</source>
        <translation>Продана %1</translation>
    </message>
    <message>
        <source>A buyer has it. Below are cars like it, and your search can be kept.</source>
        <translation>Машина у покупателя. Ниже похожие, а поиск можно сохранить.</translation>
    </message>
    <message>
        <source>Not offered just now</source>
        <translation>Сейчас не продаётся</translation>
    </message>
    <message>
        <source>The driver took it off for a while, or somebody has paid for it. Keep it with the heart: if its price falls or it is sold, we tell you.</source>
        <translation>Водитель снял её на время, или кто-то уже оплатил. Добавьте в избранное: скажем, если цена упадёт или машину продадут.</translation>
    </message>
    <message>
        <source>Nobody else sees this yet</source>
        <translation>Пока это видите только вы</translation>
    </message>
    <message>
        <source>It is a draft. Publish it in the driver&apos;s app.</source>
        <translation>Это черновик. Опубликуйте его в приложении водителя.</translation>
    </message>
    <message>
        <source>We are looking at it. It appears as soon as that is done.</source>
        <translation>Мы проверяем объявление. Появится сразу после проверки.</translation>
    </message>
    <message>
        <source>Taken off by CarGo</source>
        <translation>Снято CarGo</translation>
    </message>
    <message>
        <source>The listing broke our rules. Pay nothing for this car outside CarGo.</source>
        <translation>Объявление нарушило правила. Не платите за эту машину вне CarGo.</translation>
    </message>
    <message>
        <source>No longer offered</source>
        <translation>Больше не продаётся</translation>
    </message>
    <message>
        <source>The driver has taken it off. Below are cars like it.</source>
        <translation>Водитель снял объявление. Ниже похожие машины.</translation>
    </message>
    <message>
        <source>This is your car</source>
        <translation>Это ваша машина</translation>
    </message>
    <message>
        <source>So buyers see it.</source>
        <translation>Так её видят покупатели.</translation>
    </message>
    <message>
        <source>Cheaper by %1, a month&apos;s low</source>
        <translation>Минимум за месяц: −%1</translation>
    </message>
</context>
<context>
    <name>cargo::listings::ReportViewModel</name>
    <message>
        <source>Fraud</source>
        <translation>Мошенничество</translation>
    </message>
    <message>
        <source>Asks for money outside of CarGo, shows somebody else&apos;s photos</source>
        <translation>Просит деньги вне CarGo, чужие фото</translation>
    </message>
    <message>
        <source>It is not as described</source>
        <translation>Не соответствует описанию</translation>
    </message>
    <message>
        <source>Year, mileage, price or photos are wrong</source>
        <translation>Неверны год, пробег, цена или фото</translation>
    </message>
    <message>
        <source>The same car twice</source>
        <translation>Та же машина дважды</translation>
    </message>
    <message>
        <source>Contacts in the text or the photos</source>
        <translation>Контакты в тексте или на фото</translation>
    </message>
    <message>
        <source>Must not be sold</source>
        <translation>Нельзя продавать</translation>
    </message>
    <message>
        <source>Stolen, with debts, with a changed number</source>
        <translation>В угоне, в залоге, с перебитым номером</translation>
    </message>
    <message>
        <source>Rude or threatening</source>
        <translation>Грубит или угрожает</translation>
    </message>
    <message>
        <source>Not who he says he is</source>
        <translation>Выдаёт себя за другого</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Другое</translation>
    </message>
    <message>
        <source>Asks for contacts or gives them</source>
        <translation>Просит контакты или даёт их</translation>
    </message>
    <message>
        <source>Advertising or spam</source>
        <translation>Реклама или спам</translation>
    </message>
</context>
<context>
    <name>cargo::listings::SavedSearchesViewModel</name>
    <message>
        <source>All cars</source>
        <translation>Все машины</translation>
    </message>
</context>
<context>
    <name>cargo::listings::WhyViewModel</name>
    <message>
        <source>You chose the order by price. Only the price counts.</source>
        <translation>Вы выбрали порядок по цене. Важна только цена.</translation>
    </message>
    <message>
        <source>You chose the order by mileage. Only the mileage counts.</source>
        <translation>Вы выбрали порядок по пробегу. Важен только пробег.</translation>
    </message>
    <message>
        <source>You chose the order by delivery. Only its term counts.</source>
        <translation>Вы выбрали порядок по доставке. Важен только её срок.</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) in all. Nobody paid for this place.</source>
        <translation>
            <numerusform>Всего %n балл. За это место никто не платил.</numerusform>
            <numerusform>Всего %n балла. За это место никто не платил.</numerusform>
            <numerusform>Всего %n баллов. За это место никто не платил.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved down: %n of the same driver stand above.</source>
        <translation>
            <numerusform>Перенесено ниже: выше уже %n машина этого перегонщика.</numerusform>
            <numerusform>Перенесено ниже: выше уже %n машины этого перегонщика.</numerusform>
            <numerusform>Перенесено ниже: выше уже %n машин этого перегонщика.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved down: %n of the same model stand above.</source>
        <translation>
            <numerusform>Перенесено ниже: выше уже %n такая же модель.</numerusform>
            <numerusform>Перенесено ниже: выше уже %n такие же модели.</numerusform>
            <numerusform>Перенесено ниже: выше уже %n таких же моделей.</numerusform>
        </translation>
    </message>
    <message>
        <source>The newest stand first: only the day of publication counts.</source>
        <translation>Выше стоят новые: важен только день публикации.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) lower than by points: cars like those that you looked at stand above.</source>
        <translation>
            <numerusform>На %n место ниже, чем по баллам: выше встали машины, похожие на те, что вы смотрели.</numerusform>
            <numerusform>На %n места ниже, чем по баллам: выше встали машины, похожие на те, что вы смотрели.</numerusform>
            <numerusform>На %n мест ниже, чем по баллам: выше встали машины, похожие на те, что вы смотрели.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) higher than by points: %1.</source>
        <translation>
            <numerusform>На %n место выше, чем по баллам: %1.</numerusform>
            <numerusform>На %n места выше, чем по баллам: %1.</numerusform>
            <numerusform>На %n мест выше, чем по баллам: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cargo::profile::BlockedViewModel</name>
    <message>
        <source>Since %1</source>
        <translation>С %1</translation>
    </message>
</context>
<context>
    <name>cargo::profile::ClosureViewModel</name>
    <message>
        <source>A problem is not decided yet</source>
        <translation>Спор ещё не решён</translation>
    </message>
    <message>
        <source>Money is on its way</source>
        <translation>Деньги ещё в пути</translation>
    </message>
    <message>
        <source>The deal is running</source>
        <translation>Сделка идёт</translation>
    </message>
    <message>
        <source>Wait for the decision or take the report back</source>
        <translation>Дождитесь решения или отзовите сообщение</translation>
    </message>
    <message>
        <source>Wait until the bank has finished</source>
        <translation>Подождите, пока банк закончит</translation>
    </message>
    <message>
        <source>Bring it to its end, or cancel it</source>
        <translation>Завершите её или отмените</translation>
    </message>
</context>
<context>
    <name>cargo::profile::ExportViewModel</name>
    <message>
        <source>Asked for %1</source>
        <translation>Запрошен: %1</translation>
    </message>
    <message>
        <source>%1, of %2. It can be saved until %3.</source>
        <translation>%1, готов: %2. Сохранить можно до %3.</translation>
    </message>
</context>
<context>
    <name>cargo::profile::NotificationSettingsViewModel</name>
    <message>
        <source>Deals</source>
        <translation>Сделки</translation>
    </message>
    <message>
        <source>Payment, the way, handover, problems, deadlines</source>
        <translation>Оплата, путь, передача, проблемы, сроки</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Чаты</translation>
    </message>
    <message>
        <source>New messages</source>
        <translation>Новые сообщения</translation>
    </message>
    <message>
        <source>Cars</source>
        <translation>Машины</translation>
    </message>
    <message>
        <source>Prices of what you keep, new cars for your searches</source>
        <translation>Цены избранного, новые машины по вашим поискам</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Аккаунт</translation>
    </message>
    <message>
        <source>New devices, password. Always on: it protects you</source>
        <translation>Новые устройства, пароль. Всегда включено: это вас защищает</translation>
    </message>
</context>
<context>
    <name>cargo::profile::NotificationsViewModel</name>
    <message numerus="yes">
        <source>%n car(s) for a search that you keep</source>
        <translation>
            <numerusform>%n машина по вашему поиску</numerusform>
            <numerusform>%n машины по вашему поиску</numerusform>
            <numerusform>%n машин по вашему поиску</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 became cheaper and fits a search that you keep</source>
        <translation>%1 стала дешевле и подходит под ваш поиск</translation>
    </message>
    <message>
        <source>%1 fits a search that you keep</source>
        <translation>%1 подходит под ваш поиск</translation>
    </message>
</context>
<context>
    <name>cargo::profile::SessionsViewModel</name>
    <message>
        <source>This device</source>
        <translation>Это устройство</translation>
    </message>
</context>
<context>
    <name>cargo::profile::SignInViewModel</name>
    <message>
        <source>Staff sign in to the console, not here.</source>
        <translation>Сотрудники входят в консоль, а не сюда.</translation>
    </message>
    <message>
        <source>This is a driver&apos;s account. Listings, trips and payouts are in the CarGo app for drivers.</source>
        <translation>Это аккаунт водителя. Объявления, рейсы и выплаты — в приложении CarGo для водителей.</translation>
    </message>
    <message>
        <source>This is a buyer&apos;s account. Buying is in the CarGo app for buyers.</source>
        <translation>Это аккаунт покупателя. Покупки — в приложении CarGo для покупателей.</translation>
    </message>
    <message>
        <source>Type the six digits that the authenticator shows now. Each works once.</source>
        <translation>Введите шесть цифр, которые аутентификатор показывает сейчас. Каждый код действует один раз.</translation>
    </message>
    <message>
        <source>Too much time has passed. Sign in once more, then send it.</source>
        <translation>Прошло слишком много времени. Войдите ещё раз и отправьте.</translation>
    </message>
</context>
<context>
    <name>cargo::ui::Figures</name>
    <message>
        <source>%1 bn</source>
        <comment>a thousand million, as short as it goes</comment>
        <translation>%1 млрд</translation>
    </message>
    <message>
        <source>%1 m</source>
        <comment>million, as short as it goes</comment>
        <translation>%1 млн</translation>
    </message>
    <message>
        <source>%1 k</source>
        <comment>thousand, as short as it goes</comment>
        <translation>%1 тыс.</translation>
    </message>
</context>
</TS>
