# What is installed, and the Debian packages: cargod (the server with its unit) and cargo-buyer, cargo-driver, cargo-admin
# (the apps). `./dev package` makes them; libraries are found by dpkg-shlibdeps, what is only loaded while running is named here.
include(GNUInstallDirs)
if(CARGO_SERVER)
  install(TARGETS cargod cargo_filter RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT server)
  install(FILES deploy/systemd/cargod.service DESTINATION lib/systemd/system COMPONENT server)
  install(FILES deploy/systemd/cargod.env DESTINATION /etc/cargod COMPONENT server)
  install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/cargod RENAME copyright COMPONENT server)
endif()
if(CARGO_APPS)
  foreach(app IN ITEMS buyer driver admin)
    install(TARGETS cargo-${app} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT ${app})
    install(FILES deploy/desktop/app.cargo.${app}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT ${app})
    install(FILES deploy/desktop/app.cargo.${app}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo COMPONENT ${app})
    install(FILES deploy/desktop/icons/app.cargo.${app}.svg
      DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps COMPONENT ${app})
    install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/cargo-${app} RENAME copyright COMPONENT ${app})
  endforeach()
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR CarGo)
set(CPACK_PACKAGE_CONTACT "CarGo <packages@cargo.example>")
set(CPACK_PACKAGE_DIRECTORY "${CMAKE_BINARY_DIR}/packages")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_COMPONENTS_ALL "")
if(CARGO_SERVER)
  list(APPEND CPACK_COMPONENTS_ALL server)
endif()
if(CARGO_APPS)
  list(APPEND CPACK_COMPONENTS_ALL buyer driver admin)
endif()
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)

set(CPACK_DEBIAN_SERVER_PACKAGE_NAME cargod)
set(CPACK_DEBIAN_SERVER_PACKAGE_SECTION net)
set(CPACK_DEBIAN_SERVER_PACKAGE_DEPENDS "adduser, postgresql, postgresql-contrib, qt6-image-formats-plugins, procps")
set(CPACK_DEBIAN_SERVER_PACKAGE_RECOMMENDS "tesseract-ocr-rus, tesseract-ocr-eng")
set(CPACK_DEBIAN_SERVER_DESCRIPTION "CarGo server: marketplace, chat, deals and escrow
 One program with everything in it, on a PostgreSQL of its own or on yours.")
set(CPACK_DEBIAN_SERVER_PACKAGE_CONTROL_EXTRA
  "${CMAKE_CURRENT_SOURCE_DIR}/deploy/debian/cargod/postinst;${CMAKE_CURRENT_SOURCE_DIR}/deploy/debian/cargod/prerm;${CMAKE_CURRENT_SOURCE_DIR}/deploy/debian/cargod/postrm;${CMAKE_CURRENT_SOURCE_DIR}/deploy/debian/cargod/conffiles")

foreach(app IN ITEMS buyer driver admin)
  string(TOUPPER ${app} APP)
  set(CPACK_DEBIAN_${APP}_PACKAGE_NAME cargo-${app})
  set(CPACK_DEBIAN_${APP}_PACKAGE_SECTION net)
  file(STRINGS "${CMAKE_CURRENT_SOURCE_DIR}/deploy/debian/apps/depends" app_depends REGEX "^[^#]")
  list(JOIN app_depends ", " CPACK_DEBIAN_${APP}_PACKAGE_DEPENDS)
  set(CPACK_DEBIAN_${APP}_PACKAGE_RECOMMENDS qml6-module-qtmultimedia) # the camera; without it photos come from files
endforeach()
set(CPACK_DEBIAN_BUYER_DESCRIPTION "CarGo: buy a car from abroad, with escrow
 The buyer's app: search, chat, deals.")
set(CPACK_DEBIAN_DRIVER_DESCRIPTION "CarGo Driver: bring cars from abroad, paid by a bank
 The driver's app: listings, chat, deals on the way.")
set(CPACK_DEBIAN_ADMIN_DESCRIPTION "CarGo: the console of the staff
 Queues, disputes, identities, money and settings of a CarGo server.")
include(CPack)
