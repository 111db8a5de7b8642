# Build: everything, to compile and to prepare the knowledge.
FROM node:20-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund --ignore-scripts

# Run: what is needed to serve, as a user that owns none of it.
FROM node:20-slim
ENV NODE_ENV=production LOG_FORMAT=json HTTP_HOST=0.0.0.0 HTTP_PORT=8787
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/language ./language
COPY --from=build /app/knowledge ./knowledge
USER node
EXPOSE 8787
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.HTTP_PORT + '/livez').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node itself, so that it gets the signals, with room for what lives shortly (docs/load.md); nothing is written, so the root may be read-only: docker run --read-only --init.
CMD ["node", "--max-semi-space-size=64", "dist/adapters/main.js"]
