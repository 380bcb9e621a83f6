# Compiles storage/migrations/<database>/NNNN_*.sql into the program, so that a binary is complete by itself.
function(essaim_embed_migrations target)
    file(GLOB files CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/storage/migrations/*/*.sql)
    list(SORT files)
    set(body "")
    foreach(file IN LISTS files)
        get_filename_component(name ${file} NAME)
        get_filename_component(folder ${file} DIRECTORY)
        get_filename_component(database ${folder} NAME)
        string(REGEX MATCH "^[0-9]+" number ${name})
        math(EXPR version "${number}") # 0001 -> 1
        file(READ ${file} sql)
        string(APPEND body "    {\"${database}\", ${version}, \"${name}\", R\"essaim_sql(${sql})essaim_sql\"},\n")
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    endforeach()
    file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/embedded_migrations.cpp @ONLY CONTENT
"// Generated from storage/migrations.
#include \"storage/migration.h\"
#include <array>
namespace essaim::storage {
static const Migration kMigrations[] = {
@body@};
std::span<const Migration> embeddedMigrations() { return kMigrations; }
} // namespace essaim::storage
")
    target_sources(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/embedded_migrations.cpp)
endfunction()
