package dev.souk.platform.web;

import jakarta.servlet.Servlet;
import java.util.List;
import java.util.Locale;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.support.HandlerFunctionAdapter;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

/// Tomcat and a dispatcher with exactly one mapping. The rest of Boot's web configuration (converters, views,
/// multipart, error pages, observation) has no part in answering a declared route and is left out.
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
@Import(SecurityRules.class)
class ServerWiring {
    @Bean
    ServletRegistrationBean<Servlet> dispatcher(DispatcherServlet servlet) {
        var registration = new ServletRegistrationBean<Servlet>(servlet, "/");
        registration.setName("dispatcher");
        registration.setLoadOnStartup(1);
        return registration;
    }

    @Bean
    DispatcherServlet dispatcherServlet() {
        return new DispatcherServlet();
    }

    @Bean
    RouterFunctionMapping mapping(Router router) {
        var mapping = new RouterFunctionMapping(router);
        mapping.setMessageConverters(List.of(new ByteArrayHttpMessageConverter()));
        return mapping;
    }

    @Bean
    HandlerFunctionAdapter adapter() {
        return new HandlerFunctionAdapter();
    }

    @Bean
    LocaleResolver localeResolver() {
        return new FixedLocaleResolver(Locale.ROOT);
    }

    /// Only what fails outside a route comes here, for example writing to a client that has gone.
    @Bean
    HandlerExceptionResolver failures() {
        return (request, response, _, failure) -> {
            if (!response.isCommitted()) {
                try {
                    Failures.reply(failure, request, Journey.of(request)).write(request, response);
                } catch (java.io.IOException e) {
                    failure.addSuppressed(e);
                }
            }
            return new ModelAndView();
        };
    }

    @Bean
    WebServerFactoryCustomizer<TomcatWebServerFactory> plainErrors() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
            }
        });
    }

    /// Stops before the server waits for requests under way (the highest phase stops first).
    @Bean
    SmartLifecycle waitingCalls(OpenCalls open) {
        return new SmartLifecycle() {
            private volatile boolean running;

            @Override
            public void start() {
                running = true;
            }

            @Override
            public void stop() {
                open.close();
                running = false;
            }

            @Override
            public boolean isRunning() {
                return running;
            }
        };
    }
}
