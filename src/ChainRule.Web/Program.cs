using ChainRule.Web;
using ChainRule.Web.Page;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
using Microsoft.AspNetCore.Components.WebAssembly.Services;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.RootComponents.Add<PageFrame>("#app");
builder.Services.AddScoped<PageScript>();
builder.Services.AddScoped<LaterAssemblies>();
builder.Services.AddScoped<LazyAssemblyLoader>();
await builder.Build().RunAsync();
