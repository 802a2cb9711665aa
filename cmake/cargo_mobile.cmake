# cargo_mobile_app(TARGET FOLDER ID): what deploy/android/FOLDER or deploy/ios/FOLDER says of the app goes into its package.
# docs/mobile.md tells how to build, and what was never built here.
function(cargo_mobile_app target folder id)
  if(ANDROID)
    set_target_properties(${target} PROPERTIES
      QT_ANDROID_PACKAGE_SOURCE_DIR "${CMAKE_SOURCE_DIR}/deploy/android/${folder}"
      QT_ANDROID_VERSION_NAME "${PROJECT_VERSION}"
      QT_ANDROID_MIN_SDK_VERSION 26
      QT_ANDROID_TARGET_SDK_VERSION 34)
    math(EXPR code "${PROJECT_VERSION_MAJOR} * 10000 + ${PROJECT_VERSION_MINOR} * 100 + ${PROJECT_VERSION_PATCH}")
    set_target_properties(${target} PROPERTIES QT_ANDROID_VERSION_CODE ${code})
  else()
    set(place "${CMAKE_SOURCE_DIR}/deploy/ios/${folder}")
    set(icons "${CMAKE_CURRENT_BINARY_DIR}/Assets.xcassets")
    file(COPY "${place}/Assets.xcassets" DESTINATION "${CMAKE_CURRENT_BINARY_DIR}")
    find_program(CARGO_RSVG rsvg-convert REQUIRED)
    # No alpha: the store refuses icons with holes.
    execute_process(COMMAND "${CARGO_RSVG}" -w 1024 -h 1024 -b "#0B6B4F" -o "${icons}/AppIcon.appiconset/icon-1024.png"
      "${CMAKE_SOURCE_DIR}/deploy/desktop/icons/${id}.svg" COMMAND_ERROR_IS_FATAL ANY)
    set(resources "${icons}" "${place}/LaunchScreen.storyboard" "${place}/PrivacyInfo.xcprivacy" "${place}/ru.lproj/InfoPlist.strings")
    target_sources(${target} PRIVATE ${resources})
    set_source_files_properties("${icons}" "${place}/LaunchScreen.storyboard" "${place}/PrivacyInfo.xcprivacy"
      PROPERTIES MACOSX_PACKAGE_LOCATION Resources)
    set_source_files_properties("${place}/ru.lproj/InfoPlist.strings" PROPERTIES MACOSX_PACKAGE_LOCATION Resources/ru.lproj)
    set_target_properties(${target} PROPERTIES
      MACOSX_BUNDLE ON
      MACOSX_BUNDLE_INFO_PLIST "${place}/Info.plist"
      MACOSX_BUNDLE_BUNDLE_VERSION "${PROJECT_VERSION}"
      MACOSX_BUNDLE_SHORT_VERSION_STRING "${PROJECT_VERSION}"
      XCODE_ATTRIBUTE_PRODUCT_BUNDLE_IDENTIFIER ${id}
      XCODE_ATTRIBUTE_ASSETCATALOG_COMPILER_APPICON_NAME AppIcon
      XCODE_ATTRIBUTE_CODE_SIGN_ENTITLEMENTS "${place}/${folder}.entitlements"
      XCODE_ATTRIBUTE_TARGETED_DEVICE_FAMILY "1,2"
      XCODE_ATTRIBUTE_IPHONEOS_DEPLOYMENT_TARGET 15.0)
  endif()
endfunction()
