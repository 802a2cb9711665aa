<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en_GB">
<context>
    <name>ButtonsPage</name>
    <message>
        <source>Buttons</source>
        <translation>Кнопки</translation>
    </message>
    <message>
        <source>Pay 2 650 000 ₽</source>
        <translation>Заплатить 2 650 000 ₽</translation>
    </message>
    <message>
        <source>Write to the driver</source>
        <translation>Написать водителю</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнить</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показать все</translation>
    </message>
    <message>
        <source>There is a problem</source>
        <translation>Есть проблема</translation>
    </message>
    <message>
        <source>Delete the account</source>
        <translation>Удалить профиль</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Не сейчас</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Подождите</translation>
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
        <source>Pay through the bank: the driver gets the money after the handover</source>
        <translation>Оплатить через банк: водитель получит деньги после передачи машины</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>Значки</translation>
    </message>
    <message>
        <source>To favourites</source>
        <translation>В избранное</translation>
    </message>
    <message>
        <source>Out of favourites</source>
        <translation>Убрать из избранного</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Уведомления</translation>
    </message>
    <message>
        <source>As a grid</source>
        <translation>Плиткой</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Поделиться</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Chips</source>
        <translation>Плашки</translation>
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
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>up to 3 million</source>
        <translation>до 3 млн</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Кузов</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Продано</translation>
    </message>
    <message>
        <source>One of a few</source>
        <translation>Одно из немногих</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Плитка</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Маршрут</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Где машина</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>В наличии</translation>
    </message>
    <message>
        <source>To order</source>
        <translation>Под заказ</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>В пути</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Сделки</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Идут</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Завершены</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>Споры</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Архив</translation>
    </message>
    <message>
        <source>Cannot be taken back</source>
        <translation>Нельзя отменить</translation>
    </message>
    <message>
        <source>Slide: I have the car</source>
        <translation>Сдвиньте: машина у меня</translation>
    </message>
    <message>
        <source>Slide to cancel the deal</source>
        <translation>Сдвиньте, чтобы отменить сделку</translation>
    </message>
    <message>
        <source>Confirming</source>
        <translation>Подтверждаем</translation>
    </message>
    <message>
        <source>Photos are missing</source>
        <translation>Не хватает фото</translation>
    </message>
</context>
<context>
    <name>ChartsPage</name>
    <message>
        <source>Jan</source>
        <translation>янв</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>фев</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>мар</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>апр</translation>
    </message>
    <message>
        <source>May</source>
        <translation>май</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>июн</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>июл</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>авг</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Во времени</translation>
    </message>
    <message>
        <source>Price of a RAV4</source>
        <translation>Цена RAV4</translation>
    </message>
    <message>
        <source>RAV4, 2020</source>
        <translation>RAV4, 2020</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Сделки</translation>
    </message>
    <message>
        <source>made</source>
        <translation>заключены</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>завершены</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>спорные</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Рядом</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Страны</translation>
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
        <source>Balance</source>
        <translation>Остаток</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Сколько</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Цены</translation>
    </message>
    <message>
        <source>%1 cars</source>
        <translation>%1 машин</translation>
    </message>
</context>
<context>
    <name>ChoicesPage</name>
    <message>
        <source>Ticks</source>
        <translation>Галочки</translation>
    </message>
    <message>
        <source>With damage</source>
        <translation>С повреждениями</translation>
    </message>
    <message>
        <source>Some of the brands</source>
        <translation>Часть марок</translation>
    </message>
    <message>
        <source>I have read the terms</source>
        <translation>Условия прочитаны</translation>
    </message>
    <message>
        <source>The money is held by the bank; customs clearance is yours</source>
        <translation>Деньги держит банк; растаможка за вами</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>Страховка</translation>
    </message>
    <message>
        <source>Switches</source>
        <translation>Переключатели</translation>
    </message>
    <message>
        <source>Price drops</source>
        <translation>Снижение цены</translation>
    </message>
    <message>
        <source>At most one message a day</source>
        <translation>Не больше одного сообщения в день</translation>
    </message>
    <message>
        <source>By e-mail</source>
        <translation>По почте</translation>
    </message>
    <message>
        <source>By text message</source>
        <translation>По СМС</translation>
    </message>
    <message>
        <source>Recommendations</source>
        <translation>Рекомендации</translation>
    </message>
    <message>
        <source>One of several</source>
        <translation>Одно из нескольких</translation>
    </message>
    <message>
        <source>How to pay</source>
        <translation>Как платить</translation>
    </message>
    <message>
        <source>By card</source>
        <translation>Картой</translation>
    </message>
    <message>
        <source>The bank holds up to 600 000 ₽ for 7 days</source>
        <translation>Банк держит до 600 000 ₽ семь дней</translation>
    </message>
    <message>
        <source>From an account</source>
        <translation>Со счёта</translation>
    </message>
    <message>
        <source>Any sum, one to two days</source>
        <translation>Любая сумма, один-два дня</translation>
    </message>
    <message>
        <source>In cash</source>
        <translation>Наличными</translation>
    </message>
    <message>
        <source>Not through CarGo: nobody could return it</source>
        <translation>Не через CarGo: вернуть их будет некому</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>Выберите одну</translation>
    </message>
    <message>
        <source>It is late</source>
        <translation>Опаздывает</translation>
    </message>
    <message>
        <source>It is damaged</source>
        <translation>Повреждена</translation>
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
        <source>Spans</source>
        <translation>Диапазоны</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>Budget with delivery</source>
        <translation>Бюджет с доставкой</translation>
    </message>
    <message>
        <source>Share for the buyer</source>
        <translation>Доля покупателю</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>Звёзды</translation>
    </message>
</context>
<context>
    <name>FieldsPage</name>
    <message>
        <source>Moscow</source>
        <translation>Москва</translation>
    </message>
    <message>
        <source>Saint Petersburg</source>
        <translation>Санкт-Петербург</translation>
    </message>
    <message>
        <source>Novosibirsk</source>
        <translation>Новосибирск</translation>
    </message>
    <message>
        <source>about 38 days</source>
        <translation>около 38 дней</translation>
    </message>
    <message>
        <source>Lines of text</source>
        <translation>Строки текста</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>As in the passport</source>
        <translation>Как в паспорте</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Эл. почта</translation>
    </message>
    <message>
        <source>The address is not whole: something like .ru is missing after @</source>
        <translation>Адрес неполный: после @ нет точки</translation>
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
        <source>Telephone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>Сделка</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Что не так</translation>
    </message>
    <message>
        <source>What you agreed on, and what came</source>
        <translation>О чём договорились и что приехало</translation>
    </message>
    <message>
        <source>Numbers and money</source>
        <translation>Числа и деньги</translation>
    </message>
    <message>
        <source>Your price</source>
        <translation>Ваша цена</translation>
    </message>
    <message>
        <source>The market is at %1</source>
        <translation>На рынке %1</translation>
    </message>
    <message>
        <source>Price abroad</source>
        <translation>Цена за рубежом</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Возврат</translation>
    </message>
    <message>
        <source>Not more than %1</source>
        <translation>Не больше %1</translation>
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
        <source>Engine</source>
        <translation>Двигатель</translation>
    </message>
    <message>
        <source>l</source>
        <translation>л</translation>
    </message>
    <message>
        <source>Search and lists</source>
        <translation>Поиск и списки</translation>
    </message>
    <message>
        <source>RAV4 from Japan up to 2.8 million</source>
        <translation>RAV4 из Японии до 2,8 млн</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Фильтры</translation>
    </message>
    <message>
        <source>Crown from Japan</source>
        <translation>Crown из Японии</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Город</translation>
    </message>
    <message>
        <source>Choose where the car goes</source>
        <translation>Выберите, куда везти машину</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Brand first</source>
        <translation>Сначала марка</translation>
    </message>
</context>
<context>
    <name>IconsPage</name>
    <message>
        <source>Icons</source>
        <translation>Иконки</translation>
    </message>
</context>
<context>
    <name>ListsPage</name>
    <message>
        <source>Cards and rows</source>
        <translation>Карточки и строки</translation>
    </message>
    <message>
        <source>Ways to pay</source>
        <translation>Способы оплаты</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Устройства</translation>
    </message>
    <message>
        <source>Pixel 7, this one</source>
        <translation>Pixel 7, это устройство</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Русский</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Your Prado is on its way</source>
        <translation>Ваш Prado едет: Чита</translation>
    </message>
    <message>
        <source>4 280 of 9 300 km · we expect it on 12 December</source>
        <translation>4 280 из 9 300 км · ждём 12 декабря</translation>
    </message>
    <message>
        <source>You pay</source>
        <translation>Вы платите</translation>
    </message>
    <message>
        <source>CarGo&apos;s fee, in it</source>
        <translation>Из них комиссия CarGo</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Куда</translation>
    </message>
    <message>
        <source>Novosibirsk, by train from Vladivostok</source>
        <translation>Новосибирск, поездом из Владивостока</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Дней</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Путь сделки</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Договорились</translation>
    </message>
    <message>
        <source>fee %1</source>
        <translation>комиссия %1</translation>
    </message>
    <message>
        <source>2 Nov, 14:05</source>
        <translation>2 ноя, 14:05</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Оплачено</translation>
    </message>
    <message>
        <source>the bank has confirmed</source>
        <translation>банк подтвердил</translation>
    </message>
    <message>
        <source>2 Nov, 14:21</source>
        <translation>2 ноя, 14:21</translation>
    </message>
    <message>
        <source>The car is on its way</source>
        <translation>Машина в пути</translation>
    </message>
    <message>
        <source>Chita · 48 912 km</source>
        <translation>Чита · 48 912 км</translation>
    </message>
    <message>
        <source>today, 09:40</source>
        <translation>сегодня, 09:40</translation>
    </message>
    <message>
        <source>Late by two days</source>
        <translation>Опаздывает на два дня</translation>
    </message>
    <message>
        <source>the ferry was cancelled because of a storm</source>
        <translation>паром отменили из-за шторма</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>Передача</translation>
    </message>
    <message>
        <source>we show the code when you meet</source>
        <translation>код покажем при встрече</translation>
    </message>
    <message>
        <source>Payment to the driver</source>
        <translation>Выплата водителю</translation>
    </message>
    <message>
        <source>24 hours after your yes</source>
        <translation>через 24 часа после вашего «да»</translation>
    </message>
    <message>
        <source>The end of a list</source>
        <translation>Конец списка</translation>
    </message>
    <message>
        <source>The network is slow. What is loaded stays.</source>
        <translation>Сеть медленная. Загруженное остаётся.</translation>
    </message>
    <message>
        <source>That is all: 312 cars</source>
        <translation>Это все: 312 машин</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Type by role</source>
        <translation>Шрифт по роли</translation>
    </message>
    <message>
        <source>The money waits at the bank</source>
        <translation>Деньги ждут в банке</translation>
    </message>
    <message>
        <source>Grounds</source>
        <translation>Фоны</translation>
    </message>
    <message>
        <source>Inks</source>
        <translation>Цвета текста</translation>
    </message>
    <message>
        <source>Corners and depth</source>
        <translation>Углы и глубина</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Colour and type</source>
        <translation>Цвет и шрифт</translation>
    </message>
    <message>
        <source>Buttons</source>
        <translation>Кнопки</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Поля</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Выбор</translation>
    </message>
    <message>
        <source>Words and figures</source>
        <translation>Слова и числа</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Списки</translation>
    </message>
    <message>
        <source>States</source>
        <translation>Состояния</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Фотографии</translation>
    </message>
    <message>
        <source>Sheets and menus</source>
        <translation>Листы и меню</translation>
    </message>
    <message>
        <source>Menus on a desk</source>
        <translation>Меню на компьютере</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Графики</translation>
    </message>
    <message>
        <source>Table and panel</source>
        <translation>Таблица и панель</translation>
    </message>
    <message>
        <source>Icons</source>
        <translation>Иконки</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Страница</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
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
        <source>Text size</source>
        <translation>Размер текста</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Плотность</translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation>Просторно</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Плотно</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Высокий контраст</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Меньше движения</translation>
    </message>
</context>
<context>
    <name>MenusPage</name>
    <message>
        <source>Menus on a desk</source>
        <translation>Меню на компьютере</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Скопировать ссылку</translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation>Плотные строки</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Марка</translation>
    </message>
</context>
<context>
    <name>PhotosPage</name>
    <message>
        <source>Gallery</source>
        <translation>Галерея</translation>
    </message>
    <message>
        <source>To be sent, in an order</source>
        <translation>К отправке, по порядку</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>The network broke off</source>
        <translation>Сеть пропала</translation>
    </message>
    <message>
        <source>Without a photo, and broken</source>
        <translation>Без фото и с битым</translation>
    </message>
    <message>
        <source>Code for the handover</source>
        <translation>Код для передачи</translation>
    </message>
</context>
<context>
    <name>PopupsPage</name>
    <message>
        <source>What opens</source>
        <translation>Что открывается</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Фильтры</translation>
    </message>
    <message>
        <source>Delete the account</source>
        <translation>Удалить профиль</translation>
    </message>
    <message>
        <source>Words with an undo</source>
        <translation>Слова с отменой</translation>
    </message>
    <message>
        <source>The search is deleted</source>
        <translation>Поиск удалён</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Марка</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Порядок</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Сначала новые</translation>
    </message>
    <message>
        <source>Cheapest first</source>
        <translation>Сначала дешёвые</translation>
    </message>
    <message>
        <source>Soonest here</source>
        <translation>Скорее приедут</translation>
    </message>
    <message>
        <source>Cars stand in the order you chose. What is paid for stands apart and says so.</source>
        <translation>Машины стоят в выбранном порядке. Реклама стоит отдельно и подписана.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>Show 312 cars</source>
        <translation>Показать 312</translation>
    </message>
    <message>
        <source>Delete the account?</source>
        <translation>Удалить профиль?</translation>
    </message>
    <message>
        <source>Your deals stay in the books under a number. This cannot be taken back.</source>
        <translation>Сделки останутся в учёте под номером. Отменить это нельзя.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>StatesPage</name>
    <message>
        <source>Nothing here</source>
        <translation>Ничего нет</translation>
    </message>
    <message>
        <source>No favourites yet</source>
        <translation>В избранном пусто</translation>
    </message>
    <message>
        <source>Press the heart on a car: we tell you when its price falls.</source>
        <translation>Нажмите на сердце у машины: скажем, когда она подешевеет.</translation>
    </message>
    <message>
        <source>Look at cars</source>
        <translation>Смотреть машины</translation>
    </message>
    <message>
        <source>The server answers with an error. Your deals and money are safe.</source>
        <translation>Сервер ответил ошибкой. Сделки и деньги в порядке.</translation>
    </message>
    <message>
        <source>For the support: %1</source>
        <translation>Для поддержки: %1</translation>
    </message>
    <message>
        <source>Only the two sides of a deal see it.</source>
        <translation>Сделку видят только её стороны.</translation>
    </message>
    <message>
        <source>Something old is shown</source>
        <translation>Показано прежнее</translation>
    </message>
    <message>
        <source>As of 09:40</source>
        <translation>По состоянию на 09:40</translation>
    </message>
    <message>
        <source>What comes</source>
        <translation>Что придёт</translation>
    </message>
</context>
<context>
    <name>TablePage</name>
    <message>
        <source>Olga Kim</source>
        <translation>Ольга Ким</translation>
    </message>
    <message>
        <source>Pavel Sokolov</source>
        <translation>Павел Соколов</translation>
    </message>
    <message>
        <source>Anna Weber</source>
        <translation>Анна Вебер</translation>
    </message>
    <message>
        <source>Ivan Petrov</source>
        <translation>Иван Петров</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>Споры</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>Сделка</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>Машина</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>Покупатель</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Осталось</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 ч</translation>
    </message>
    <message>
        <source>Open in a tab</source>
        <translation>Открыть во вкладке</translation>
    </message>
    <message>
        <source>Decide within</source>
        <translation>Решить за</translation>
    </message>
    <message>
        <source>The provider can return a part of it until 9 December.</source>
        <translation>Провайдер может вернуть часть до 9 декабря.</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Pay out</source>
        <translation>Выплатить</translation>
    </message>
</context>
<context>
    <name>WordsPage</name>
    <message>
        <source>Money</source>
        <translation>Деньги</translation>
    </message>
    <message>
        <source>Clocks</source>
        <translation>Сроки</translation>
    </message>
    <message>
        <source>Pay within</source>
        <translation>Оплатите за</translation>
    </message>
    <message>
        <source>Accept within</source>
        <translation>Ответьте за</translation>
    </message>
    <message>
        <source>The driver starts within</source>
        <translation>Водитель выезжает за</translation>
    </message>
    <message>
        <source>Evidence:</source>
        <translation>Доказательства:</translation>
    </message>
    <message>
        <source>Badges</source>
        <translation>Ярлыки</translation>
    </message>
    <message>
        <source>7 % under the market</source>
        <translation>ниже рынка на 7 %</translation>
    </message>
    <message>
        <source>money at the bank</source>
        <translation>деньги у банка</translation>
    </message>
    <message>
        <source>waits for payment</source>
        <translation>ждёт оплаты</translation>
    </message>
    <message>
        <source>Problem, CarGo decides</source>
        <translation>Проблема, решает CarGo</translation>
    </message>
    <message>
        <source>the driver&apos;s turn</source>
        <translation>ход водителя</translation>
    </message>
    <message>
        <source>Pavel Sokolov</source>
        <translation>Павел Соколов</translation>
    </message>
    <message>
        <source>Olga Kim</source>
        <translation>Ольга Ким</translation>
    </message>
    <message>
        <source>CarGo</source>
        <translation>CarGo</translation>
    </message>
    <message>
        <source>Sentences that stay</source>
        <translation>Что остаётся на экране</translation>
    </message>
    <message>
        <source>The money is at the bank, not at the driver&apos;s</source>
        <translation>Деньги у банка, не у водителя</translation>
    </message>
    <message>
        <source>He gets it when you have confirmed the car.</source>
        <translation>Он получит их, когда вы подтвердите машину.</translation>
    </message>
    <message>
        <source>Contacts open when the deal is finished. Until then the bank returns the money only for what was agreed here.</source>
        <translation>Контакты откроются, когда сделка завершится. До этого банк вернёт деньги, только если всё было здесь.</translation>
    </message>
    <message>
        <source>The payment did not go through</source>
        <translation>Оплата не прошла</translation>
    </message>
    <message>
        <source>Nothing was taken from your card.</source>
        <translation>С карты ничего не списано.</translation>
    </message>
    <message>
        <source>Try another card</source>
        <translation>Другая карта</translation>
    </message>
    <message>
        <source>The car is yours</source>
        <translation>Машина ваша</translation>
    </message>
    <message>
        <source>The bank pays the driver tomorrow.</source>
        <translation>Банк заплатит водителю завтра.</translation>
    </message>
    <message>
        <source>as of 09:40</source>
        <translation>на 09:40</translation>
    </message>
    <message>
        <source>Words that go</source>
        <translation>Что исчезает</translation>
    </message>
    <message>
        <source>The link is copied</source>
        <translation>Ссылка скопирована</translation>
    </message>
    <message>
        <source>The search is deleted</source>
        <translation>Поиск удалён</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>The message was not sent: it is kept and goes out with the network</source>
        <translation>Сообщение не ушло: оно сохранено и уйдёт, когда будет сеть</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>How far</source>
        <translation>Сколько пройдено</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>Машина</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Документы</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Условия</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Оплата</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>В пути</translation>
    </message>
</context>
</TS>
