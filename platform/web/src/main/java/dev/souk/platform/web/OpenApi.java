package dev.souk.platform.web;

import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import dev.souk.platform.route.Form;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The API in OpenAPI 3.1, made from the declarations.
final class OpenApi {
    static final Pattern PATH_VARIABLE = Pattern.compile("\\{(\\w+)}");

    private final SchemaBuilder schemas = new SchemaGenerator(config().build()).buildMultipleSchemaDefinitions();
    private final ObjectNode document = Json.MAPPER.createObjectNode();

    private OpenApi(List<Served> all) {
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Souk")
                .put("version", "1")
                .put("description", "Commerce platform. Every answer that is not a success is a problem document with a stable code.");
        var tags = document.putArray("tags");
        var paths = new TreeMap<String, ObjectNode>();
        for (var served : all) {
            tags.addObject().put("name", served.context());
            for (var route : served.routes()) {
                var path = paths.computeIfAbsent(RouteTable.full(route.path()), _ -> Json.MAPPER.createObjectNode());
                path.set(route.method().toLowerCase(Locale.ROOT), operation(served.context(), route));
            }
        }
        var node = document.putObject("paths");
        paths.forEach(node::set);
        var components = document.putObject("components");
        components.set("schemas", schemas.collectDefinitions("components/schemas"));
        ((ObjectNode) components.get("schemas")).set("Problem", problem());
        components.putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT");
    }

    static ObjectNode of(List<Served> all) {
        return new OpenApi(all).document;
    }

    private static SchemaGeneratorConfigBuilder config() {
        var config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .without(Option.SCHEMA_VERSION_INDICATOR)
                .with(
                        Option.DEFINITIONS_FOR_ALL_OBJECTS,
                        Option.DEFINITION_FOR_MAIN_SCHEMA,
                        Option.PLAIN_DEFINITION_KEYS,
                        Option.EXTRA_OPEN_API_FORMAT_VALUES,
                        Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
                        Option.INLINE_NULLABLE_SCHEMAS);
        config.forFields().withRequiredCheck(field -> !nullable(field));
        config.forTypesInGeneral()
                .withPropertySorter((_, _) -> 0) // as declared
                .withDefinitionNamingStrategy((key, _) -> schemaName(key.getType().getErasedType()));
        return config;
    }

    private static boolean nullable(FieldScope field) {
        return field.isFakeContainerItemScope()
                || field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /// `order.OrderView` for `dev.souk.order.http.OrderView`: two contexts may use one word.
    static String schemaName(Class<?> type) {
        var parts = type.getPackageName().split("\\.", -1);
        var name = type.getName().substring(type.getName().lastIndexOf('.') + 1).replace('$', '.');
        if (!type.getPackageName().startsWith("dev.souk.") || parts.length < 3) {
            return name;
        }
        return (parts[2].equals("contracts") && parts.length > 3 ? parts[3] : parts[2]) + "." + name;
    }

    private ObjectNode operation(String context, Route<?, ?> route) {
        var operation = Json.MAPPER.createObjectNode();
        operation.putArray("tags").add(context);
        operation.put("summary", route.summary());
        operation.put("operationId", operationId(route));
        if (!everyone(route)) {
            var roles = operation.putArray("x-roles");
            route.roles().stream().sorted().map(Role::name).forEach(roles::add);
        }
        operation.put("x-rate-limit", route.rate().name());
        security(operation, route);
        parameters(operation, route);
        if (route.body() != Void.class) {
            var content = operation.putObject("requestBody").put("required", true).putObject("content");
            if (route.body() == byte[].class) {
                content.putObject("application/octet-stream");
            } else if (route.body() == Form.class) {
                content.putObject(FormBody.MEDIA_TYPE);
            } else {
                content.putObject("application/json").set("schema", schemas.createSchemaReference(route.body()));
            }
        }
        answers(operation, route);
        return operation;
    }

    private static String operationId(Route<?, ?> route) {
        var words = route.path().replaceAll("[{}]", "").replaceAll("[^A-Za-z0-9]+", "_");
        return route.method().toLowerCase(Locale.ROOT) + words;
    }

    static boolean everyone(Route<?, ?> route) {
        return route.roles().size() == Role.values().length;
    }

    private static void security(ObjectNode operation, Route<?, ?> route) {
        var security = operation.putArray("security");
        if (route.roles().contains(Role.GUEST)) {
            security.addObject();
        }
        security.addObject().putArray("token");
    }

    private static void parameters(ObjectNode operation, Route<?, ?> route) {
        var parameters = operation.putArray("parameters");
        PATH_VARIABLE.matcher(route.path()).results().forEach(found -> parameters
                .addObject()
                .put("name", found.group(1))
                .put("in", "path")
                .put("required", true)
                .putObject("schema")
                .put("type", "string"));
        route.query().forEach(known -> query(parameters.addObject(), known));
        if (route.personal()) {
            parameters.addObject()
                    .put("name", OnRecord.HEADER)
                    .put("in", "header")
                    .put("description", "Staff only: what personal data is looked at for. Without it the data is masked; with it the look is on record.")
                    .put("required", false)
                    .putObject("schema")
                    .put("type", "string")
                    .put("maxLength", 200);
        }
        if (route.key() != Route.Key.NONE && route.action() instanceof Route.Action.Writes<?, ?>) {
            parameters.addObject()
                    .put("name", "Idempotency-Key")
                    .put("in", "header")
                    .put("required", route.key() == Route.Key.REQUIRED)
                    .putObject("schema")
                    .put("type", "string")
                    .put("maxLength", 255);
        }
    }

    private static void query(ObjectNode parameter, Parameter known) {
        parameter.put("name", known.name())
                .put("in", "query")
                .put("description", known.meaning())
                .put("required", known.required());
        var schema = parameter.putObject("schema");
        switch (known.kind()) {
            case TEXT -> schema.put("type", "string");
            case NUMBER -> schema.put("type", "integer").put("format", "int64");
            case ID -> schema.put("type", "string").put("format", "uuid");
            case INSTANT -> schema.put("type", "string").put("format", "date-time");
            case DURATION -> schema.put("type", "string").put("format", "duration");
            case FLAG -> schema.put("type", "boolean");
        }
        if (known.least() != null) {
            schema.put("minimum", known.least());
        }
        if (known.most() != null) {
            schema.put("maximum", known.most());
        }
        if (!known.values().isEmpty()) {
            known.values().forEach(schema.putArray("enum")::add);
        }
        if (known.otherwise() != null) {
            switch (known.kind()) {
                case NUMBER -> schema.put("default", Long.parseLong(known.otherwise()));
                case FLAG -> schema.put("default", Boolean.parseBoolean(known.otherwise()));
                default -> schema.put("default", known.otherwise());
            }
        }
    }

    private void answers(ObjectNode operation, Route<?, ?> route) {
        var responses = operation.putObject("responses");
        var good = responses.putObject(Integer.toString(route.status())).put("description", "Done");
        if (route.action() instanceof Route.Action.Streams<?, ?>) {
            good.putObject("content").putObject(EventStreamReply.MEDIA_TYPE);
        } else if (route.answer() == String.class) {
            good.putObject("content").putObject("text/plain");
        } else if (route.answer() != Void.class) {
            good.putObject("content").putObject("application/json")
                    .set("schema", schemas.createSchemaReference(route.answer()));
        }
        for (var error : Errors.of(route)) {
            responses.putObject(Integer.toString(error.status()))
                    .put("description", error.codes())
                    .putObject("content")
                    .putObject(Problem.MEDIA_TYPE)
                    .putObject("schema")
                    .put("$ref", "#/components/schemas/Problem");
        }
    }

    private static ObjectNode problem() {
        var problem = Json.MAPPER.createObjectNode();
        problem.put("type", "object").put("description", "RFC 9457; further members depend on the code");
        var properties = problem.putObject("properties");
        for (var name : List.of("type", "title", "detail", "instance", "code")) {
            properties.putObject(name).put("type", "string");
        }
        properties.putObject("status").put("type", "integer");
        properties.putObject("correlationId").put("type", "string").put("format", "uuid");
        var required = problem.putArray("required");
        properties.propertyNames().forEach(required::add);
        return problem;
    }
}
