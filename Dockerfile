# Makes dist/: the program with all packages in it, so that the image needs no node_modules.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc tsconfig.json ./
RUN npm ci --ignore-scripts
COPY simulator simulator
COPY client client
COPY contracts contracts
COPY scenarios scenarios
RUN node simulator/commands/build.ts --without-types

FROM node:24-slim AS program
WORKDIR /app
ENV HOST=0.0.0.0 \
  PORT=8080 \
  NODE_ENV=production \
  NODE_COMPILE_CACHE=/app/.cache
COPY package.json LICENSE ./
COPY --from=build /app/dist dist

# Starts the program once and opens its pages, so that the image holds the compiled code and starts faster, on a read-only
# disk as well. The cache belongs to the user who wrote it.
FROM program AS compiled
RUN mkdir .cache && chown node:node .cache
USER node
RUN timeout --preserve-status 5 node dist/simulator/commands/cli.js & program=$!; \
  node -e 'const open = () => fetch("http://127.0.0.1:8080/").then((page) => page.text(), () => setTimeout(open, 50)); open()'; \
  wait $program

FROM program
COPY --from=compiled --chown=node:node /app/.cache .cache
# A volume that is mounted here belongs to the user too: STORE=sqlite:/data/tillbox.db.
RUN mkdir /data && chown node:node /data
USER node
EXPOSE 8080 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/sandbox/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/simulator/commands/cli.js"]
